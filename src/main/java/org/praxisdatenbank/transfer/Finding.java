package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.problem.Visible;

/**
 * One thing that an import refuses.
 *
 * @param id the record's id; null where it cannot be read
 * @param field path of the field, {@code criteria[1].level}; null: the record as a whole
 * @param value what stands there, shortened and without control characters; null where there is nothing to show
 * @param wrong what is wrong and what to do
 * @param suggestion what was probably meant, to be written in place of the value; null: nothing comes close
 */
public record Finding(
        Place place,
        @Nullable String id,
        @Nullable String field,
        @Nullable String value,
        Said wrong,
        @Nullable String suggestion) {
    private static final int SHOWN_LENGTH = 80;

    /** What is wrong and what to do, in English. */
    public String message() {
        return English.of(wrong);
    }

    /** Fit for a terminal: one line, nothing that steers it, at most 80 characters. */
    static String shown(String value) {
        int length = value.codePointCount(0, value.length());
        return length > SHOWN_LENGTH
                ? Visible.of(value.substring(0, value.offsetByCodePoints(0, SHOWN_LENGTH))) + "…"
                : Visible.of(value);
    }
}
