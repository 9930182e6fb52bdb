package org.praxisdatenbank.goodpractice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.web.Fault;

/**
 * An assessment and how far it is.
 *
 * @param steps ids of what may be done with it
 * @param stages in the order of the path
 * @param history latest first
 */
public record AssessmentPage(
        WorkFrame work, Place place, Set<String> steps, List<StageRow> stages, List<Past> history, List<Fault> faults) {
    public AssessmentPage {
        steps = Set.copyOf(steps);
        stages = List.copyOf(stages);
        history = List.copyOf(history);
        faults = List.copyOf(faults);
    }

    public boolean may(String step) {
        return steps.contains(step);
    }

    /**
     * Where it is.
     *
     * @param practice path of the practice's page; null: it is no longer public
     * @param version text that forms send back
     * @param note what was typed beside a step that was refused; empty: nothing
     */
    public record Place(String path, String stage, @Nullable String practice, String version, String note) {}

    /**
     * A stage, with its part.
     *
     * @param state {@code done}, {@code now} or {@code later}
     * @param path of its page; null: there is none for them, or not yet
     * @param gaps what is missing
     */
    public record StageRow(String id, String state, @Nullable String path, List<GapRow> gaps) {
        public StageRow {
            gaps = List.copyOf(gaps);
        }
    }

    /** What is missing, with the place where it can be mended; null: they may not. */
    public record GapRow(String text, @Nullable String path) {}

    /**
     * A step that was taken.
     *
     * @param note null: nothing was said
     */
    public record Past(String step, String name, String moment, @Nullable String note) {}
}
