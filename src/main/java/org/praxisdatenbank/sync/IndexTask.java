package org.praxisdatenbank.sync;

import java.util.Locale;

/** What people can have done to the index of a running server. */
public enum IndexTask {
    /** Build it anew beside the live one, and switch. */
    REINDEX,
    /** Compare it with the database. */
    VERIFY,
    /** Take over again what the last comparison found to differ. */
    REPAIR,
    /** Go back to the generation that was the live one before. */
    ROLLBACK;

    /** As in texts and in the audit log: {@code reindex}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
