package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes how far a build is, and interrupts it when one of them asks for its end. It has a thread of its
 * own, so that merging, which tells nothing for long, can be ended too. Progress is told by the thread that builds.
 */
final class BuildWatch implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Generation generation;
    private final Progress also;
    private final Thread builder = Thread.currentThread();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("build-watch").unstarted(this::run);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Steps steps = new Steps();
    private volatile boolean isCancelled;
    private boolean hasFailed;

    private BuildWatch(Generation generation, Progress also) {
        this.generation = generation;
        this.also = also;
    }

    /**
     * Watches a build of the calling thread.
     *
     * @param also is told the same
     */
    static BuildWatch start(Generation generation, Progress also) {
        BuildWatch watch = new BuildWatch(generation, also);
        watch.thread.start();
        return watch;
    }

    /** Throws {@link CancellationException} when the thread is interrupted. */
    @Override
    public void phase(String name, long total) {
        steps.phase(name, total);
        also.phase(name, total);
        endIfInterrupted();
    }

    /** Throws {@link CancellationException} when the thread is interrupted. */
    @Override
    public void advance(long more) {
        steps.advance(more);
        also.advance(more);
        endIfInterrupted();
    }

    private void endIfInterrupted() {
        if (builder.isInterrupted()) {
            throw new CancellationException("interrupted while building the index");
        }
    }

    private void run() {
        try {
            do {
                look();
            } while (!isCancelled && !over.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** A full disk is no reason to end a build, and may pass. */
    private void look() {
        try {
            generation.tell(steps.now());
            if (generation.isCancelled()) {
                isCancelled = true;
                builder.interrupt();
            }
        } catch (RuntimeException e) {
            if (!hasFailed) {
                LOG.warn("others cannot see how far the build of the index is", e);
            }
            hasFailed = true;
        }
    }

    /** Whether somebody has asked for the end. */
    boolean isCancelled() {
        return isCancelled;
    }

    /** Interrupts nobody any more when it returns, and takes back an interrupt of its own. */
    @Override
    public void close() {
        over.countDown();
        boolean isInterrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted && !isCancelled) {
            builder.interrupt();
        }
    }
}
