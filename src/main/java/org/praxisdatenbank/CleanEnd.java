package org.praxisdatenbank;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, a process that is told to end (Ctrl-C) interrupts the thread that opened it, and waits until it has
 * closed all that it opened after this. The exit status is then the system's own: 130, or 143.
 */
final class CleanEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "shutdown");

    private CleanEnd() {}

    static CleanEnd ofThisThread() {
        CleanEnd end = new CleanEnd();
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    private void end() {
        worker.interrupt();
        try {
            boolean isClean = closed.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (!isClean) {
                System.err.println("The command does not end; what it leaves behind is removed at the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException theProcessEnds) {
            // then the hook is what has been waiting for this
        }
    }
}
