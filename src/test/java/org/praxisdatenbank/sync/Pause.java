package org.praxisdatenbank.sync;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.progress.Progress;

/** Stops work where a phase begins until it is let go on or its thread is interrupted. */
@NullMarked
final class Pause implements Progress {
    private final String at;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Pause(String at) {
        this.at = at;
    }

    @Override
    public void phase(String name, long total) {
        if (name.equals(at)) {
            reached.countDown();
            await(goOn);
        }
    }

    void awaitReached() {
        await(reached);
    }

    void goOn() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void advance(long steps) {}

    @Override
    public void close() {}
}
