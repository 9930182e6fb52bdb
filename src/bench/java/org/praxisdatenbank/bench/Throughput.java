package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** How much is done in a second by several at once, each beginning anew as soon as it is done. */
final class Throughput {
    private Throughput() {}

    /**
     * Times done in a second.
     *
     * @param work made once for each thread; takes a number that counts up over all of them
     */
    static double of(int threads, int seconds, Callable<Duel.Side> work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Duel.Side side = work.call();
                tasks.add(() -> until(end, side, next));
            }
            long done = 0;
            for (Future<Long> task : pool.invokeAll(tasks)) {
                done += task.get();
            }
            return done * 1e9 / (System.nanoTime() - began);
        }
    }

    private static long until(long end, Duel.Side work, AtomicInteger next) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            work.run(next.getAndIncrement());
            done++;
        }
        return done;
    }

    /** The same over HTTP, each client with a connection of its own. */
    static double http(String address, int clients, int seconds, IntFunction<String> paths) throws Exception {
        List<HttpLine> lines = new ArrayList<>();
        try {
            return of(clients, seconds, () -> {
                HttpLine line = new HttpLine(address);
                lines.add(line);
                return number -> HttpPart.answer(line, paths.apply(number));
            });
        } finally {
            for (HttpLine line : lines) {
                line.close();
            }
        }
    }
}
