package org.praxisdatenbank.goodpractice;

import java.util.Optional;
import java.util.UUID;

/** Names an assessment. */
record AssessmentId(UUID value) {
    /** Empty: none can have that id. */
    static Optional<AssessmentId> parse(String text) {
        try {
            return Optional.of(new AssessmentId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
