package org.praxisdatenbank.goodpractice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.web.Fault;

/**
 * A part of an assessment.
 *
 * @param before questions that come before those for the criteria
 * @param criteria with their own questions
 */
public record AnswerPage(
        WorkFrame work,
        Place place,
        List<Question> before,
        List<OfCriterion> criteria,
        List<Question> after,
        List<Fault> faults) {
    public AnswerPage {
        before = List.copyOf(before);
        criteria = List.copyOf(criteria);
        after = List.copyOf(after);
        faults = List.copyOf(faults);
    }

    /**
     * Where it is.
     *
     * @param assessment path of the whole
     * @param part in addresses and texts
     * @param version that the form sends back
     */
    public record Place(String path, String assessment, String part, String version, boolean isOpen) {}

    /**
     * A question.
     *
     * @param label in words
     * @param hint null: none
     * @param answer empty: none yet
     * @param rows of the field; 1: one line
     * @param theirs what somebody else has answered meanwhile; null: nothing else
     */
    public record Question(
            String name, String label, @Nullable String hint, String answer, int rows, @Nullable String theirs) {}

    /**
     * A criterion.
     *
     * @param about what it means
     * @param levels to choose from; empty: not asked here
     */
    public record OfCriterion(
            String id, String label, boolean isBasic, String about, List<Choice> levels, List<Question> questions) {
        public OfCriterion {
            levels = List.copyOf(levels);
            questions = List.copyOf(questions);
        }

        public String levelName() {
            return Part.LEVEL + id;
        }
    }

    public record Choice(String value, String label, boolean isChosen) {}
}
