package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.sync.CatchUp.Left;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change log on a thread of its own: at once when it is woken, and by itself now and then. While the database
 * is away it tries again and again, ever more slowly, and searching goes on; {@link Troubles} says so.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration FOR_A_BATCH = Duration.ofMillis(300);
    private static final Duration FOR_ANYTHING = Duration.ofSeconds(10);

    private final Duties duties;
    private final Pauses pauses;
    private final Troubles troubles = new Troubles();
    private final Semaphore woken = new Semaphore(0);
    /** Of the system: an interrupt closes connections to the database in virtual ones. */
    private final Thread thread;

    private volatile boolean isStopped;

    /** What a follower does. */
    record Duties(CatchUp catchUp, LagWatch lag, Attendance attendance, Pruning pruning) {}

    private Follower(Duties duties, Duration every) {
        this.duties = duties;
        this.pauses = new Pauses(every);
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

    /** What keeps it from following; empty while nothing does. */
    Optional<Trouble> trouble() {
        return troubles.current();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (isToGoOn(pause)) {
            try {
                pause = pauses.after(pass());
                troubles.over();
            } catch (CancellationException ended) {
                pause = pauses.afterFailure();
            } catch (RuntimeException e) {
                pause = pauses.afterFailure();
                note(e);
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

    private void note(RuntimeException failure) {
        if (!isStopped) {
            troubles.note(failure);
        }
    }

    /** So that nobody waits for this one. Without a database there is no leaving: then it counts as dead soon. */
    private void leave() {
        if (trouble().isPresent()) {
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
