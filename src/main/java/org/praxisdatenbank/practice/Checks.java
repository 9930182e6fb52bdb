package org.praxisdatenbank.practice;

import org.jspecify.annotations.Nullable;

/** What the records of this package refuse; whoever reads from outside has reported it before. */
final class Checks {
    private Checks() {}

    /** Null is allowed, blank is not; the length is in characters as the database counts them (code points). */
    static void text(String field, @Nullable String value, int longest) {
        if (value != null && (value.isBlank() || value.codePointCount(0, value.length()) > longest)) {
            throw new IllegalArgumentException(field + " must have 1 to " + longest + " characters");
        }
    }
}
