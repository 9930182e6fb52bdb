package org.praxisdatenbank.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.sync.Trouble.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers what keeps a follower from following, and tells the log when that begins and ends. Any thread may ask. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private volatile @Nullable Trouble current;

    Optional<Trouble> current() {
        return Optional.ofNullable(current);
    }

    /** It has just failed; said once as long as it fails in the same way. */
    synchronized void note(RuntimeException failure) {
        Kind kind = kind(failure);
        if (current != null && current.kind() == kind) {
            return;
        }
        current = new Trouble(kind, Instant.now());
        switch (kind) {
            case DATABASE_AWAY -> LOG.warn("The database does not answer. Searching goes on; trying again.");
            case OTHER_DATABASE -> LOG.error("{} Searching goes on in what it held.", failure.getMessage());
            case INDEX_UNWRITABLE ->
                LOG.error("The index cannot be written. Searching goes on; trying again.", failure);
            case FOLLOWING_FAILS -> LOG.warn("Changes cannot be taken over; trying again.", failure);
        }
    }

    /** It has just worked. */
    synchronized void over() {
        @Nullable Trouble before = current;
        if (before != null) {
            current = null;
            Duration time = Duration.between(before.since(), Instant.now()).truncatedTo(ChronoUnit.SECONDS);
            LOG.info(
                    "Following the database again, after {} ({}).",
                    time,
                    before.kind().id());
        }
    }

    private static Kind kind(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            return Kind.DATABASE_AWAY;
        }
        if (failure instanceof OtherDatabase) {
            return Kind.OTHER_DATABASE;
        }
        return isOfDisk(failure) ? Kind.INDEX_UNWRITABLE : Kind.FOLLOWING_FAILS;
    }

    private static boolean isOfDisk(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return true;
            }
        }
        return false;
    }
}
