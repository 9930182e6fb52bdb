package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares database and index after the start and again and again, in a thread of its own, until it is closed. */
public final class VerificationSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationSchedule.class);
    /** Whoever repairs what differs shall not wait for long until the pages say so. */
    private static final Duration AFTER_DIFFERENCES = Duration.ofMinutes(5);

    private static final int TOLD = 20;

    private final IndexKeeper keeper;
    private final Duration every;
    private final Thread thread;

    private VerificationSchedule(IndexKeeper keeper, Duration every) {
        this.keeper = keeper;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("verify").unstarted(this::run);
    }

    /** @param every time between the end of one comparison and the next, or less after one that found differences */
    public static VerificationSchedule start(IndexKeeper keeper, Duration every) {
        VerificationSchedule schedule = new VerificationSchedule(keeper, every);
        schedule.thread.start();
        return schedule;
    }

    private void run() {
        try {
            keeper.awaitServing();
            while (!Thread.currentThread().isInterrupted()) {
                boolean isEqual = verify();
                Thread.sleep(isEqual || every.compareTo(AFTER_DIFFERENCES) < 0 ? every : AFTER_DIFFERENCES);
            }
        } catch (InterruptedException | CancellationException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean verify() {
        try {
            Verification result = keeper.verify(Progress.NONE);
            log(result);
            return result.isEqual();
        } catch (CancellationException closed) {
            throw closed;
        } catch (RuntimeException e) {
            tell(e);
            return false;
        }
    }

    private static void log(Verification result) {
        if (result.isEqual()) {
            LOG.info("index verified: {} of {} equal", result.equal(), result.published());
        } else if (result.damaged().isEmpty()) {
            LOG.error(
                    "the index differs from the database in {} practices, run verify --repair or reindex; the first are {}",
                    result.different(),
                    result.differences().stream().limit(TOLD).toList());
        } else {
            LOG.error("files of the index are damaged, another is built: {}", result.damaged());
        }
    }

    /** Nothing is known to differ; the reason for such failures is told where following meets it. */
    private static void tell(RuntimeException failure) {
        if (Outage.isBehind(failure) || failure instanceof OtherDatabase || failure instanceof ProblemException) {
            LOG.warn("the index could not be compared with the database: {}", failure.getMessage());
            return;
        }
        LOG.warn("the index could not be compared with the database", failure);
    }

    /** Ends a comparison under way. */
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
