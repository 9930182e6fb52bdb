package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change log on a thread of its own. While the database is away it tries again and again, ever more
 * slowly, and searching goes on; {@link Troubles} says so.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final Duration FOR_A_BATCH = Duration.ofMillis(300);
    private static final Duration FOR_ANYTHING = Duration.ofSeconds(10);

    private final CatchUp catchUp;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private Follower(CatchUp catchUp, Duration every) {
        this.catchUp = catchUp;
        this.every = every;
        this.thread = Thread.ofPlatform().name("index-follower").daemon().unstarted(this::run);
    }

    /** @param every time between two looks at the log */
    static Follower start(CatchUp catchUp, Duration every) {
        Follower follower = new Follower(catchUp, every);
        follower.thread.start();
        return follower;
    }

    private void run() {
        Duration pause = every;
        while (!isStopped(pause)) {
            try {
                catchUp.run();
                pause = every;
            } catch (RuntimeException noted) {
                pause = slower(pause);
            }
        }
    }

    private boolean isStopped(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private Duration slower(Duration pause) {
        Duration slowest = SLOWEST.compareTo(every) > 0 ? SLOWEST : every.multipliedBy(2);
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(slowest) < 0 ? doubled : slowest;
    }

    /** Waits for the batch under way. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            if (thread.join(FOR_A_BATCH)) {
                return;
            }
            // Now it writes or waits for the database. Lucene must not be interrupted: its files would close.
            catchUp.stop();
            thread.interrupt();
            if (!thread.join(FOR_ANYTHING)) {
                LOG.warn("the follower of the change log does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
