package org.praxisdatenbank.schedule;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Work that is done again and again in a thread of its own, until it is closed. Any thread may close it. */
public final class Recurring implements AutoCloseable {
    private final Thread thread;

    private Recurring(Thread thread) {
        this.thread = thread;
    }

    /** Is done each time. */
    public interface Work {
        /** Returns how long to wait before the next time; an interrupt, or a cancellation, ends it for good. */
        Duration run() throws InterruptedException;
    }

    /** Begins at once. */
    public static Recurring start(String name, Work work) {
        return start(name, () -> {}, work);
    }

    /** @param first done once, before the work is done for the first time */
    public static Recurring start(String name, Runnable first, Work work) {
        return new Recurring(Thread.ofPlatform().daemon().name(name).start(() -> run(first, work)));
    }

    private static void run(Runnable first, Work work) {
        try {
            first.run();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(work.run());
            }
        } catch (InterruptedException | CancellationException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts what is being done, and returns when it has ended. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
