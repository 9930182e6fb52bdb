package org.praxisdatenbank.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTest {

    /** Levels 0 and 1 known: the ladder is unknown and has as many as a record may state. */
    @ParameterizedTest
    @CsvSource({
        "'', 5, false, false, 1",
        "not_applicable, 5, false, false, 1",
        "not_begun, 5, true, false, 1",
        "1, 5, true, false, 2",
        "2, 5, false, false, 3",
        "3, 5, false, false, 4",
        "4, 5, false, true, 5",
        "5, 5, false, true, 5",
        "1, 3, true, false, 2",
        "2, 3, false, false, 3",
        "3, 3, false, true, 3",
        "1, 4, true, false, 2",
        "2, 4, false, false, 3",
        "3, 4, false, true, 4",
        "1, 2, false, false, 2",
        "1, 0, true, false, 2",
        "4, 0, false, true, 5",
        "1, 1, true, false, 2"
    })
    void a_third_of_the_ladder_is_weak_and_a_third_is_strong(
            String code, int known, boolean isWeak, boolean isStrong, int next) {
        var criterion = Criteria.criterion("konzeption", 1, known);
        Stage stage = Stage.of(code, Answer.levels(criterion)).orElseThrow();
        Answer answer = new Answer(criterion, stage, "");
        assertThat(answer.isWeak()).isEqualTo(isWeak);
        assertThat(answer.isStrong()).isEqualTo(isStrong);
        assertThat(answer.nextLevel()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "-1", "1.0", "01", "x", "NOT_BEGUN", "10"})
    void nothing_else_is_a_stage(String code) {
        assertThat(Stage.of(code, 3)).isEmpty();
    }

    @Test
    void what_can_be_chosen_is_told_by_its_code() {
        assertThat(Answer.choices(Criteria.PARTICIPATION))
                .extracting(Stage::code)
                .containsExactly("not_begun", "1", "2", "3", "not_applicable");
    }
}
