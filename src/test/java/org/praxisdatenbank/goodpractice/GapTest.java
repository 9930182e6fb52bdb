package org.praxisdatenbank.goodpractice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** What an assessment must hold before it goes on. */
final class GapTest {
    private static final Vocabularies LISTS =
            new VocabularyStore(TestApp.shared().database().database().jdbi()).load();
    private static final List<String> BASIC = List.of("konzeption", "zielgruppenbezug", "setting-ansatz");

    /** All twelve criteria answered, so many of those fulfilled that are not basic. */
    private static Map<String, String> checklist(int others) {
        Map<String, String> answers = new HashMap<>();
        int fulfilled = 0;
        for (var criterion : LISTS.criteria()) {
            String id = Part.id(criterion);
            boolean isFulfilled = criterion.isBasic() || fulfilled < others;
            fulfilled += isFulfilled && !criterion.isBasic() ? 1 : 0;
            answers.put(Part.LEVEL + id, isFulfilled ? "2" : "0");
            if (isFulfilled) {
                answers.put(Part.REASON + id, "Weil es so ist.");
                answers.put(Part.EVIDENCE + id, "Konzept, Seite 3");
            }
        }
        return answers;
    }

    private static List<String> gaps(Part part, Map<String, String> answers) {
        return Gap.of(part, new Answers(answers), LISTS).stream()
                .map(gap -> gap.question() + " " + gap.why())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 0", "9, 0"})
    void besides_the_basic_criteria_two_more_must_be_fulfilled(int others, int gaps) {
        assertThat(gaps(Part.CHECKLIST, checklist(others))).hasSize(gaps).allMatch(gap -> gap.endsWith(" more"));
    }

    @Test
    void each_basic_criterion_must_be_fulfilled() {
        assertThat(LISTS.criteria().stream()
                        .filter(criterion -> criterion.isBasic())
                        .map(Part::id))
                .containsExactlyInAnyOrderElementsOf(BASIC);
        for (String id : BASIC) {
            Map<String, String> answers = checklist(9);
            answers.put(Part.LEVEL + id, "0");

            assertThat(gaps(Part.CHECKLIST, answers)).containsExactly(Part.LEVEL + id + " basic");
        }
    }

    @Test
    void what_is_fulfilled_needs_a_reason_and_evidence_and_nothing_may_stay_open() {
        Map<String, String> answers = checklist(2);
        answers.remove(Part.REASON + "konzeption");
        answers.remove(Part.EVIDENCE + "setting-ansatz");
        answers.remove(Part.LEVEL + "nachhaltigkeit");

        assertThat(gaps(Part.CHECKLIST, answers))
                .containsExactlyInAnyOrder(
                        "reason.konzeption reason", "evidence.setting-ansatz evidence", "level.nachhaltigkeit level");
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false", "4, true"})
    void a_description_goes_into_three_criteria(int inDepth, boolean isWrong) {
        Map<String, String> answers = checklist(2);
        Map.of("background", "a", "approach", "b", "lessons", "c").forEach(answers::put);
        new Answers(answers)
                .fulfilled(LISTS).stream()
                        .limit(inDepth)
                        .forEach(id -> answers.put(Part.DEPTH + id, "Das lässt sich lernen."));

        assertThat(gaps(Part.DESCRIPTION, answers)).hasSize(isWrong ? 1 : 0);
    }

    @Test
    void what_is_not_fulfilled_is_not_described() {
        Map<String, String> answers = checklist(2);
        Map.of("background", "a", "approach", "b", "lessons", "c").forEach(answers::put);
        List.of("konzeption", "setting-ansatz", "belege-fuer-wirkungen-und-kosten")
                .forEach(id -> answers.put(Part.DEPTH + id, "x"));

        assertThat(gaps(Part.DESCRIPTION, answers))
                .containsExactly("depth.belege-fuer-wirkungen-und-kosten not_fulfilled");
    }

    @Test
    void an_answer_may_not_be_longer_than_anybody_reads() {
        Map<String, String> answers = checklist(2);
        answers.put(Part.REASON + "konzeption", "x".repeat(5_001));
        answers.put(Part.EVIDENCE + "konzeption", "x".repeat(10_000));

        assertThat(gaps(Part.CHECKLIST, answers)).containsExactly("reason.konzeption long_reason");
    }
}
