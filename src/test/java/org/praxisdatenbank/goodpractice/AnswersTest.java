package org.praxisdatenbank.goodpractice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.review.Merge;

/** Two who answer at the same time. */
final class AnswersTest {
    @ParameterizedTest
    @CsvSource({
        "old, old, old, old, false",
        "old, new, old, new, false",
        "old, old, new, new, false",
        "old, same, same, same, false",
        "old, mine, theirs, mine, true",
        "'', mine, theirs, mine, true",
        "old, '', theirs, '', true",
        "old, mine, '', mine, true",
    })
    void what_only_one_has_changed_is_kept_and_what_both_have_is_told(
            String base, String mine, String theirs, String result, boolean clashes) {
        Merge<String> merged = Merge.of(
                answers(base).texts(), answers(theirs).texts(), answers(mine).texts());

        assertThat(new Answers(merged.result())).isEqualTo(answers(result));
        assertThat(merged.clashes()).isEqualTo(clashes ? List.of("approach") : List.of());
    }

    private static Answers answers(String approach) {
        return new Answers(approach.isEmpty() ? Map.of() : Map.of("approach", approach));
    }
}
