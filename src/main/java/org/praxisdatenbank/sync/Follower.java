package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.sync.CatchUp.Left;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change log on a thread of its own: at once when it is woken, and by itself now and then. While the database
 * is away it tries again and again, ever more slowly, says so once, and searching goes on.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration FOR_A_BATCH = Duration.ofMillis(300);
    private static final Duration FOR_ANYTHING = Duration.ofSeconds(10);

    private final Duties duties;
    private final Pace pace;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isStopped;
    private boolean isFailing;

    /**
     * What a follower does.
     *
     * @param rebuild builds the index anew where the log no longer reaches back to its place
     */
    record Duties(CatchUp catchUp, LagWatch lag, Attendance attendance, Pruning pruning, Runnable rebuild) {}

    private Follower(Duties duties, Duration every) {
        this.duties = duties;
        this.pace = new Pace(every);
        this.thread = Thread.ofPlatform().name("index-follower").daemon().unstarted(this::run);
    }

    /** @param every longest time between two looks at the log */
    static Follower start(Duties duties, Duration every) {
        Follower follower = new Follower(duties, every);
        follower.thread.start();
        return follower;
    }

    /** There may be something new; for any thread, returns at once. */
    void wake() {
        woken.release();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (isToGoOn(pause)) {
            try {
                pause = pace.after(pass());
                sayIfResumed();
            } catch (LostPlace lost) {
                pause = rebuild(lost) ? Duration.ZERO : pace.afterFailure();
            } catch (RuntimeException e) {
                say(e);
                pause = pace.afterFailure();
            }
        }
        leave();
    }

    private Left pass() {
        duties.lag()
                .look(duties.catchUp().behind(), () -> duties.catchUp().lag().rows());
        Left left = duties.catchUp().step();
        if (duties.catchUp().state() instanceof IndexState.Ready ready) {
            duties.attendance().report(ready);
        }
        duties.pruning().runWhenDue();
        return left;
    }

    private boolean isToGoOn(Duration pause) {
        try {
            if (woken.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
            return !isStopped;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Returns whether it could. */
    private boolean rebuild(LostPlace lost) {
        if (!isFailing) {
            LOG.warn("building the index anew: {}", lost.getMessage());
        }
        try {
            duties.rebuild().run();
            return true;
        } catch (CancellationException closed) {
            isStopped = true;
            return false;
        } catch (RuntimeException e) {
            say(e);
            return false;
        }
    }

    private void say(RuntimeException e) {
        if (!isFailing && !isStopped) {
            LOG.warn("following the change log failed; trying again", e);
        }
        isFailing = true;
    }

    private void sayIfResumed() {
        if (isFailing) {
            LOG.info("following the change log again");
        }
        isFailing = false;
    }

    /** So that nobody waits for this one. Without a database there is no leaving: then it counts as dead soon. */
    private void leave() {
        if (isFailing) {
            return;
        }
        try {
            duties.attendance().leave();
        } catch (RuntimeException e) {
            LOG.debug("leaving the followers", e);
        }
    }

    /** Waits for the batch under way. */
    @Override
    public void close() {
        isStopped = true;
        wake();
        try {
            if (thread.join(FOR_A_BATCH)) {
                return;
            }
            // Now it writes or waits for the database. Lucene must not be interrupted: its files would close.
            duties.catchUp().stop();
            thread.interrupt();
            if (!thread.join(FOR_ANYTHING)) {
                LOG.warn("the follower of the change log does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
