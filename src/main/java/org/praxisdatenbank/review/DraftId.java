package org.praxisdatenbank.review;

import java.util.Optional;
import java.util.UUID;
import org.praxisdatenbank.web.Typed;

/** Names a working copy. */
record DraftId(UUID value) {
    /** Empty: none can have that id. */
    static Optional<DraftId> parse(String text) {
        return Typed.uuid(text).map(DraftId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
