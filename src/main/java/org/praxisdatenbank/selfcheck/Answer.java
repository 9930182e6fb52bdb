package org.praxisdatenbank.selfcheck;

import java.util.List;
import java.util.stream.IntStream;
import org.praxisdatenbank.vocabulary.Criterion;

/**
 * What people say of one criterion.
 *
 * @param evidence where it shows, in their own words; empty: nothing said
 */
record Answer(Criterion criterion, Stage stage, String evidence) {
    /** Longest evidence, in characters (code points). */
    static final int EVIDENCE_LENGTH = 2_000;

    static Answer open(Criterion criterion) {
        return new Answer(criterion, new Stage.Open(), "");
    }

    String id() {
        return criterion.term().id().value();
    }

    /** As many levels as the ladder has; where it is not known as many as the record of a practice may state. */
    static int levels(Criterion criterion) {
        return criterion.steps().orElse(Criterion.HIGHEST_LEVEL);
    }

    int levels() {
        return levels(criterion);
    }

    /** Whether anything was said of how far it is. */
    boolean isGiven() {
        return !(stage instanceof Stage.Open);
    }

    /** Not begun, or in the lowest third of the ladder. */
    boolean isWeak() {
        return switch (stage) {
            case Stage.NotBegun notBegun -> true;
            case Stage.Reached reached -> 3 * reached.level() <= levels();
            case Stage.Open open -> false;
            case Stage.NotApplicable notApplicable -> false;
        };
    }

    /** In the highest third of the ladder. */
    boolean isStrong() {
        return stage instanceof Stage.Reached reached && 3 * reached.level() > 2 * levels();
    }

    /** The level that comes next; on the highest one that one itself. */
    int nextLevel() {
        return stage instanceof Stage.Reached reached
                ? Math.min(reached.level() + 1, levels())
                : Criterion.LOWEST_LEVEL;
    }

    /** Everything that can be chosen, in the order in which it is asked. */
    static List<Stage> choices(Criterion criterion) {
        return IntStream.rangeClosed(0, levels(criterion) + 1)
                .mapToObj(place -> choice(place, levels(criterion)))
                .toList();
    }

    private static Stage choice(int place, int levels) {
        if (place == 0) {
            return new Stage.NotBegun();
        }
        return place <= levels ? new Stage.Reached(place) : new Stage.NotApplicable();
    }
}
