package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the index of a server that has none, in a thread of its own, until one serves. What fails is tried again, ever
 * more slowly; what somebody has cancelled is not.
 */
final class FirstBuild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstBuild.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FOR_THE_END = Duration.ofSeconds(10);

    private final Rebuild rebuild;
    private final BooleanSupplier isServing;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Of the system: an interrupt closes connections to the database in virtual ones. */
    private final Thread thread =
            Thread.ofPlatform().daemon().name("index-build").unstarted(this::run);

    private FirstBuild(Rebuild rebuild, BooleanSupplier isServing) {
        this.rebuild = rebuild;
        this.isServing = isServing;
    }

    /** @param isServing whether an index serves, be it one that another process has built */
    static FirstBuild start(Rebuild rebuild, BooleanSupplier isServing) {
        FirstBuild build = new FirstBuild(rebuild, isServing);
        build.thread.start();
        return build;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isServing.getAsBoolean() && !isOver(pause) && !isClosed(pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whether nothing is left to do: it is built, or somebody does not want that. */
    private boolean isOver(Duration pause) {
        try {
            rebuild.run();
            return true;
        } catch (CancellationException e) {
            if (closed.getCount() > 0) {
                LOG.warn("the build of the index was cancelled; search stays away until reindex or the next start");
            }
            return true;
        } catch (Refused someoneBuilds) {
            LOG.info("{} Looking again in {} s.", someoneBuilds.getMessage(), pause.toSeconds());
            return false;
        } catch (RuntimeException e) {
            LOG.error("building the index failed; trying again in {} s", pause.toSeconds(), e);
            return false;
        }
    }

    private boolean isClosed(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends a build under way. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            if (!thread.join(FOR_THE_END)) {
                LOG.warn("the build of the index does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
