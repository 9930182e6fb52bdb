package org.praxisdatenbank.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Has work done by several threads while one goes on reading what is to be done. Results come back in the order of the
 * work, to the reading thread. What is under way is bounded: the reader waits for the oldest. For one thread.
 */
final class Handover<W, R> implements AutoCloseable {
    /** Handed over together; fewer would cost more waking up. */
    private static final int BATCH = 16;

    private static final int BATCHES_PER_THREAD = 4;

    private final ExecutorService threads;
    private final int mostBatches;
    private final Function<W, R> work;
    private final Consumer<R> result;
    private final Deque<Future<List<R>>> underWay = new ArrayDeque<>();
    private List<W> next = new ArrayList<>();

    /**
     * @param work done by any of the threads
     * @param result is given by the thread that adds
     */
    Handover(int threads, Function<W, R> work, Consumer<R> result) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.mostBatches = threads * BATCHES_PER_THREAD;
        this.work = work;
        this.result = result;
    }

    /**
     * Hands over; throws what earlier work threw.
     *
     * @throws CancellationException when the thread is interrupted
     */
    void add(W piece) {
        next.add(piece);
        if (next.size() == BATCH) {
            handOver();
        }
    }

    /** Waits until all is done; throws likewise. */
    void finish() {
        handOver();
        while (!underWay.isEmpty()) {
            takeOldest();
        }
    }

    private void handOver() {
        List<W> batch = next;
        next = new ArrayList<>();
        underWay.add(threads.submit(() -> batch.stream().map(work).toList()));
        while (underWay.size() > mostBatches) {
            takeOldest();
        }
    }

    private void takeOldest() {
        try {
            if (Thread.interrupted()) { // what is done already is given without asking
                throw new InterruptedException();
            }
            underWay.remove().get().forEach(result);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted while others work");
        } catch (ExecutionException e) {
            throw causeOf(e);
        }
    }

    private static RuntimeException causeOf(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(failed);
        };
    }

    /** Waits for what is being done; what is not begun is left. Nobody works any more then. */
    @Override
    public void close() {
        underWay.forEach(batch -> batch.cancel(false)); // an interrupt would close files under others' hands
        threads.close();
    }
}
