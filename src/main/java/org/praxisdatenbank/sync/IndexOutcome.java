package org.praxisdatenbank.sync;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.problem.Refused;

/** What has come of an {@link IndexTask}. */
public sealed interface IndexOutcome {

    /** A new generation is live. */
    record Built(String generation, long practices) implements IndexOutcome {}

    /** Index and database have been compared. */
    record Compared(Verification result) implements IndexOutcome {}

    /** The generation before is live again. */
    record WentBack(String generation) implements IndexOutcome {}

    /** Somebody has ended it; all is as it was before. */
    record Cancelled() implements IndexOutcome {}

    /** It could not be done; the live generation is the one that was. */
    record Failed(Reason reason) implements IndexOutcome {}

    /** Why something could not be done. */
    enum Reason {
        /** Somebody else builds a generation. */
        BUSY,
        /** The database does not answer. */
        DATABASE_AWAY,
        /** The database is not the one that the index was made from, or was exchanged meanwhile. */
        OTHER_DATABASE,
        /** What changed during a build has been removed from the change log already. */
        LOG_PRUNED,
        /** The files cannot be read or written. */
        DISK,
        /** There is no index to compare. */
        NO_INDEX,
        /** There is no generation before this one. */
        NO_EARLIER,
        /** The generation before this one was made by another version of the program. */
        OTHER_VERSION,
        /** Anything else. */
        UNKNOWN;

        /** As in texts: {@code database_away}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @param isBuilding whether somebody builds a generation now */
        static Reason of(RuntimeException failure, boolean isBuilding) {
            if (failure instanceof Refused && isBuilding) {
                return BUSY;
            }
            if (Outage.isBehind(failure)) {
                return DATABASE_AWAY;
            }
            return switch (failure) {
                case OtherDatabase other -> OTHER_DATABASE;
                case LostPlace lost -> LOG_PRUNED;
                case ProblemException notReady -> NO_INDEX;
                default -> isOfDisk(failure) ? DISK : UNKNOWN;
            };
        }

        private static boolean isOfDisk(Throwable failure) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException) {
                    return true;
                }
            }
            return false;
        }
    }
}
