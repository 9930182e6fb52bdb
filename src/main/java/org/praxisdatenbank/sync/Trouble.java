package org.praxisdatenbank.sync;

import java.time.Instant;
import java.util.Locale;

/**
 * What keeps the index from following the database; searches go on in what it holds.
 *
 * @param since when it was first noticed
 */
public record Trouble(Kind kind, Instant since) {

    /** What it can be. The sentences are for operators: they name no place and nothing of what went wrong inside. */
    public enum Kind {
        DATABASE_AWAY("The database does not answer."),
        OTHER_DATABASE("The database is not the one that the index was made from, or has lost changes."),
        INDEX_UNWRITABLE("The index cannot be written; the log of the program says why."),
        FOLLOWING_FAILS("Changes cannot be taken over; the log of the program says why.");

        private final String detail;

        Kind(String detail) {
            this.detail = detail;
        }

        /** One English sentence. */
        public String detail() {
            return detail;
        }

        /** As programs are told: {@code database_away}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
