package org.praxisdatenbank.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.web.Fault;

/**
 * A working copy with all that there is to do.
 *
 * @param steps ids of what may be done with it now
 * @param parts of the form
 */
public record DraftPage(
        WorkFrame work, Place place, Set<String> steps, List<PartRow> parts, Around around, List<Fault> faults) {
    public DraftPage {
        steps = Set.copyOf(steps);
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    public boolean may(String step) {
        return steps.contains(step);
    }

    /** How many answers cannot be left so. */
    public long inTheWay() {
        return parts.stream()
                .flatMap(part -> part.gaps().stream())
                .filter(GapRow::isInTheWay)
                .count();
    }

    /**
     * Which one it is.
     *
     * @param version that the page was made of
     * @param stage id, for texts
     * @param published path of the page for the public; null: it knows none
     * @param isOvertaken whether the public's has changed since
     * @param note what was typed beside a step that was refused; empty: nothing
     */
    public record Place(
            String path, long version, String stage, @Nullable String published, boolean isOvertaken, String note) {
        public String versionText() {
            return String.valueOf(version);
        }
    }

    /**
     * A part of the form.
     *
     * @param gaps what it still needs
     */
    public record PartRow(String path, String id, int number, List<GapRow> gaps) {
        public PartRow {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * What is missing or wrong.
     *
     * @param name of the field
     * @param why it should be there, or what is wrong with it
     */
    public record GapRow(String field, String name, String why, boolean isInTheWay) {}

    /**
     * What to know about it.
     *
     * @param filled of all questions
     * @param near practices that may be the same
     * @param history latest step first
     */
    public record Around(int filled, int all, List<NearRow> near, List<StepRow> history) {
        public Around {
            near = List.copyOf(near);
            history = List.copyOf(history);
        }
    }

    /** @param where provider and place */
    public record NearRow(String path, String title, String where) {}

    /** @param note null: nothing was said */
    public record StepRow(String step, String moment, String name, @Nullable String note) {}
}
