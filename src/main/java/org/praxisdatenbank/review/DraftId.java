package org.praxisdatenbank.review;

import java.util.Optional;
import java.util.UUID;

/** Names a working copy. */
record DraftId(UUID value) {
    /** Empty: none can have that id. */
    static Optional<DraftId> parse(String text) {
        try {
            return Optional.of(new DraftId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
