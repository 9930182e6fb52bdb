package org.praxisdatenbank.goodpractice;

import java.util.Optional;
import java.util.UUID;
import org.praxisdatenbank.web.Typed;

/** Names an assessment. */
record AssessmentId(UUID value) {
    /** Empty: none can have that id. */
    static Optional<AssessmentId> parse(String text) {
        return Typed.uuid(text).map(AssessmentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
