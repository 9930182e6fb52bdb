package org.praxisdatenbank.practice;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a practice for ever: lower-case letters, digits and hyphens, 3 to 120 of them. */
public record PracticeId(String value) implements Comparable<PracticeId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{3,120}");

    public PracticeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a practice id: " + value);
        }
    }

    /** Empty where the value does not have the form of an id. */
    public static Optional<PracticeId> of(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new PracticeId(value)) : Optional.empty();
    }

    /** In the order of the database and the index: by character code. */
    @Override
    public int compareTo(PracticeId other) {
        return value.compareTo(other.value);
    }
}
