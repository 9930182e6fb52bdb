package org.praxisdatenbank.sync;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;

/** A build in a thread of its own, which stops where a phase begins until it is let go on or interrupted. */
@NullMarked
final class PausedBuild implements AutoCloseable {
    private final Pause pause;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private final Thread thread;

    private PausedBuild(SyncWorld world, String phase) {
        this.pause = new Pause(phase);
        this.thread = Thread.ofPlatform().unstarted(() -> {
            try {
                result.complete(world.maintenance().reindex(pause));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
    }

    static PausedBuild start(SyncWorld world, String phase) {
        PausedBuild build = new PausedBuild(world, phase);
        build.thread.start();
        return build;
    }

    void goOn() {
        pause.goOn();
        join();
    }

    void interrupt() {
        thread.interrupt();
        join();
    }

    /** Done when the thread has ended. */
    CompletableFuture<Long> result() {
        return result;
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goOn();
    }
}
