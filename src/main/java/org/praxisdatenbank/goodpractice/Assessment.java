package org.praxisdatenbank.goodpractice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.review.Standing;
import org.praxisdatenbank.review.Standing.Viewer;

/**
 * How far a practice is on its way to be a Good Practice example.
 *
 * @param version one more with each change
 */
record Assessment(AssessmentId id, Subject subject, Stage stage, Answers answers, long version, Instant changed) {
    /**
     * The practice as it stands now.
     *
     * @param title of a withdrawn one the last; of one that is gone its id
     * @param provider null: not stated
     */
    record Subject(PracticeId id, String title, @Nullable String provider, List<String> states, boolean isPublic) {
        Subject {
            states = List.copyOf(states);
        }
    }

    Set<Step> steps(Viewer viewer) {
        return Step.of(Standing.of(viewer, subject.provider(), subject.states(), null), stage);
    }

    /** Whether they may answer that part now. */
    boolean isOpen(Part part, Set<Step> steps) {
        return stage.compareTo(part.stage()) >= 0
                && (steps.contains(Step.EDIT) || (part == Part.CHECKLIST && steps.contains(Step.FILL)));
    }
}
