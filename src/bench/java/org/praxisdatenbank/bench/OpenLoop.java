package org.praxisdatenbank.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Puts a server on this machine under load by a schedule: request n is due at n / rate, whether or not those before it
 * have been answered, and its time counts from when it was due. So a server that stalls cannot hide it (coordinated
 * omission). Bounded in number and time; only a loopback address is taken.
 *
 * @param address {@code http://127.0.0.1:8080}
 * @param rate requests a second
 * @param clients connections; a request that is due waits for a free one
 */
record OpenLoop(String address, double rate, int clients, Duration duration) {
    private static final long MOST_REQUESTS = 1_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST_CLIENTS = 1_000;
    private static final long SLOWEST_NANOS = Duration.ofMinutes(20).toNanos();
    /** What did not come back, beside the statuses. */
    static final int BROKEN = 0;

    OpenLoop {
        if (clients < 1 || clients > MOST_CLIENTS || duration.compareTo(LONGEST) > 0 || rate <= 0) {
            throw new IllegalArgumentException("too much load: " + clients + " clients, " + duration);
        }
        if (rate * duration.toNanos() / 1e9 > MOST_REQUESTS) {
            throw new IllegalArgumentException("more than " + MOST_REQUESTS + " requests");
        }
    }

    /**
     * What came of it.
     *
     * @param nanos from when a request was due to its answer's end, of those answered with 200
     * @param statuses how often each was the answer
     * @param unsent due within the time, but no connection became free
     */
    record Outcome(Histogram nanos, Map<Integer, Long> statuses, long unsent, Duration took) {
        double perSecond() {
            return statuses.getOrDefault(200, 0L) * 1e9 / took.toNanos();
        }

        @Override
        public String toString() {
            return "%.0f/s answered; p50 %s, p95 %s, p99 %s, max %s; statuses %s, never sent %d"
                    .formatted(
                            perSecond(),
                            Table.millis(at(50)),
                            Table.millis(at(95)),
                            Table.millis(at(99)),
                            Table.millis((double) nanos.getMaxValue()),
                            statuses,
                            unsent);
        }

        double at(double percentile) {
            return (double) nanos.getValueAtPercentile(percentile);
        }
    }

    /** @param paths of each request by its number */
    Outcome run(LongFunction<String> paths) throws InterruptedException {
        Run run = new Run(paths, System.nanoTime());
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofVirtual().start(run));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - run.began);
        return new Outcome(run.nanos, new TreeMap<>(run.statuses), run.unsent(), took);
    }

    /** All clients of one run, each in a thread of its own. */
    private final class Run implements Runnable {
        private final LongFunction<String> paths;
        private final long began;
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong sent = new AtomicLong();
        private final Histogram nanos = new ConcurrentHistogram(SLOWEST_NANOS, 3);
        private final Map<Integer, Long> statuses = new ConcurrentHashMap<>();

        private Run(LongFunction<String> paths, long began) {
            this.paths = paths;
            this.began = began;
        }

        @Override
        public void run() {
            try (HttpLine line = new HttpLine(address)) {
                for (long number = next.getAndIncrement(); number < scheduled(); number = next.getAndIncrement()) {
                    long due = began + (long) (number / rate * 1e9);
                    awaitUntil(due);
                    if (System.nanoTime() - began > duration.toNanos()) {
                        return;
                    }
                    sent.incrementAndGet();
                    ask(line, paths.apply(number), due);
                }
            } catch (IOException closing) {
                statuses.merge(BROKEN, 1L, Long::sum);
            }
        }

        private void ask(HttpLine line, String path, long due) {
            try {
                int status = line.get(path).status();
                statuses.merge(status, 1L, Long::sum);
                if (status == 200) {
                    nanos.recordValue(Math.min(SLOWEST_NANOS, System.nanoTime() - due));
                }
            } catch (IOException broken) {
                statuses.merge(BROKEN, 1L, Long::sum);
            }
        }

        private long scheduled() {
            return (long) (rate * duration.toNanos() / 1e9);
        }

        private long unsent() {
            return scheduled() - sent.get();
        }
    }

    private static void awaitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
