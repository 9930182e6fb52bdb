package org.praxisdatenbank.region;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * A member of the Partnerprozess "Gesundheit für alle".
 *
 * @param state a term of the list {@code state}
 * @param joined the year; null: not known
 * @param focus its focus topics, in German; empty: not stated
 */
public record Municipality(String name, Kind kind, TermId state, @Nullable Integer joined, List<String> focus) {
    public Municipality {
        focus = List.copyOf(focus);
    }

    /** What kind of body it is. */
    public enum Kind {
        CITY("stadt"),
        DISTRICT("landkreis"),
        MUNICIPALITY("gemeinde"),
        BOROUGH("bezirk"),
        QUARTER("stadtteil"),
        HEALTH_REGION("gesundheitsregion"),
        /** Whatever else the database may name one day. */
        OTHER("other");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        static Kind of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.equals(id))
                    .findFirst()
                    .orElse(OTHER);
        }

        /** Key of its name in the texts. */
        String textKey() {
            return "region.kind." + id;
        }
    }
}
