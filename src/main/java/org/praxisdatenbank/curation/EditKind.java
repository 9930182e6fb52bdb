package org.praxisdatenbank.curation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done with a list; all but {@link #ADD} to a term of it. */
public enum EditKind {
    ADD,
    RENAME,
    MERGE,
    SPLIT,
    MOVE,
    RETIRE,
    RESTORE;

    /** Those that are done to a term. */
    static final List<EditKind> OF_TERM =
            Arrays.stream(values()).filter(kind -> kind != ADD).toList();

    /** As programs and commands call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
