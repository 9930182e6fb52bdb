package org.praxisdatenbank.index;

import java.util.List;
import org.praxisdatenbank.query.Clause;

/** How much a word counts in which field: the one place that says so. */
final class Ranking {
    /** A word found in several fields counts as in the best one, and this share of the others. */
    static final float OTHER_FIELDS = 0.1f;

    /** Where words without a field are looked for. Not measured yet; titles and labels say what a practice is about. */
    static final List<Weighted> EVERYWHERE = List.of(
            new Weighted(Fields.TITLE, 3),
            new Weighted(Fields.LABELS, 1.5f),
            new Weighted(Fields.PROVIDER, 1.5f),
            new Weighted(Fields.PLACE, 1.5f),
            new Weighted(Fields.SUMMARY, 1.5f),
            new Weighted(Fields.DESCRIPTION, 1));

    private Ranking() {}

    static List<Weighted> fields(Clause.Field field) {
        return List.of(new Weighted(
                switch (field) {
                    case TITLE -> Fields.TITLE;
                    case PROVIDER -> Fields.PROVIDER;
                    case PLACE -> Fields.PLACE;
                    case CRITERION -> Fields.CRITERION_LABELS;
                    case STATE -> Fields.STATE_LABELS;
                },
                1));
    }

    /** A field and what its scores are multiplied by. */
    record Weighted(String field, float weight) {}
}
