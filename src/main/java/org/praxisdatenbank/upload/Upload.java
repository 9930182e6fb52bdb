package org.praxisdatenbank.upload;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.praxisdatenbank.web.Typed;

/**
 * A file that waits to be imported.
 *
 * @param file its name without folders; the ending tells the format
 * @param mapping name of a column to the field that somebody has assigned to it; empty: it is left out
 */
public record Upload(Id id, String file, Instant made, Map<String, String> mapping) {
    public Upload {
        mapping = Map.copyOf(mapping);
    }

    /** The name of an upload in addresses. */
    public record Id(UUID value) {
        static Optional<Id> of(String text) {
            return Typed.uuid(text).map(Id::new);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
