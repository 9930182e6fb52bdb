package org.praxisdatenbank.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.web.Typed;

/**
 * What somebody says beside a step: reasons, or what was changed and why.
 *
 * @param text as it was typed; empty: nothing
 */
public record Note(String text) {
    /** Name of its field in forms. */
    public static final String FIELD = "note";

    /**
     * Key of the text that says what is wrong with it; empty: nothing is.
     *
     * @param isNeeded whether something must be said
     */
    public Optional<String> fault(boolean isNeeded) {
        if (Typed.length(text) > Authorship.NOTE_LENGTH) {
            return Optional.of("review.fault.note_long");
        }
        return isNeeded && text.isEmpty() ? Optional.of("review.fault.note_missing") : Optional.empty();
    }

    /** Null where nothing was said. */
    public @Nullable String orNull() {
        return text.isEmpty() ? null : text;
    }
}
