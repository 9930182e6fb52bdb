package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.schedule.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares database and index after the start and again and again; closing it ends a comparison under way. */
public final class VerificationSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationSchedule.class);
    /** Whoever repairs what differs shall not wait for long until the pages say so. */
    private static final Duration AFTER_DIFFERENCES = Duration.ofMinutes(5);

    private static final int TOLD = 20;

    private final IndexKeeper keeper;
    private final Duration every;

    private VerificationSchedule(IndexKeeper keeper, Duration every) {
        this.keeper = keeper;
        this.every = every;
    }

    /** @param every time between the end of one comparison and the next, or less after one that found differences */
    public static Recurring start(IndexKeeper keeper, Duration every) {
        return Recurring.start("verify", keeper::awaitServing, new VerificationSchedule(keeper, every)::run);
    }

    private Duration run() {
        boolean isEqual = verify();
        return isEqual || every.compareTo(AFTER_DIFFERENCES) < 0 ? every : AFTER_DIFFERENCES;
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
}
