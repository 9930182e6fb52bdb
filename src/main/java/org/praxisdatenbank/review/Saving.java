package org.praxisdatenbank.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of saving. */
sealed interface Saving {
    /**
     * It is saved.
     *
     * @param others pieces that somebody else has changed meanwhile; both changes are in it now
     */
    record Done(List<String> others) implements Saving {
        public Done {
            others = List.copyOf(others);
        }
    }

    /**
     * Somebody else has changed the same to something else; nothing was saved.
     *
     * @param draft as the other one has left it
     * @param merge with the pieces to choose of
     * @param other their name; null: erased
     */
    record Clash(Draft draft, Merge<JsonNode> merge, @Nullable String other) implements Saving {}

    /** It is gone, or has moved on its path so that it can no longer be changed; nothing was saved. */
    record NotNow() implements Saving {}
}
