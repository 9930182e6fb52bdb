package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;

final class QueryLimitsTest {
    /** Four words, one leading wildcard, two near spellings, three levels. */
    private static final QueryLimits SMALL = new QueryLimits(1_000, 4, 1, 2, 3, Duration.ofSeconds(2));

    private static Problem problem(QueryLimits limits, String text) {
        return catchThrowableOfType(ProblemException.class, () -> limits.check(text))
                .problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b c d",
                "\"a b c\" d* (e ODER -f)",
                "*a a*b c*",
                "a~ b~ \"c~ d~\"",
                "((( a ))) ((( b )))",
                "-(titel:a)",
                "\"((((\" a",
                "))))))))",
                "Schüler(innen) Lehrer*innen",
                "() () () () ()"
            })
    void what_is_within_the_limits_passes(String text) {
        assertThatCode(() -> SMALL.check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    a b c d e                    | problem.query.words   | 4
                    (a ODER (b "c x" d)) e       | problem.query.words   | 4
                    titel:(a b c) ort:(d ODER e) | problem.query.words   | 4
                    a* b~ "c" d e                | problem.query.words   | 4
                    *a ?b                        | problem.query.leading | 1
                    *a -(titel:?b)               | problem.query.leading | 1
                    vor-*ort-*beratung           | problem.query.leading | 1
                    a~ b~ (-ort:c~)              | problem.query.fuzzy   | 2
                    ((((a))))                    | problem.query.nesting | 3
                    ((((                         | problem.query.nesting | 3
                    ----a                        | problem.query.nesting | 3
                    -titel:-(a)                  | problem.query.nesting | 3
                    NICHT NICHT NICHT NICHT a    | problem.query.nesting | 3
                    a (b (c (d (e))))            | problem.query.nesting | 3
                    """)
    void what_is_too_much_is_refused_with_its_reason(String text, String key, String limit) {
        assertThat(problem(SMALL, text)).isEqualTo(new Problem.Invalid("q", key, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "titel:", "NICHT ", "-(", "titel:(x ODER "})
    void nesting_without_end_is_refused_like_any_other(String piece) {
        QueryLimits largest = new QueryLimits(1_000, 4, 1, 2, QueryLimits.MOST_NESTING, Duration.ofSeconds(2));
        assertThat(problem(largest, piece.repeat(1_000) + "a"))
                .isEqualTo(new Problem.Invalid("q", "problem.query.nesting", "50"));
    }

    @Test
    void a_thousand_brackets_side_by_side_are_no_nesting() {
        assertThatCode(() -> SMALL.check("()".repeat(500))).doesNotThrowAnyException();
    }

    @Test
    void as_much_as_is_allowed_can_be_printed_and_read() {
        String deep = "-(titel:(".repeat(QueryLimits.MOST_NESTING / 4) + "a b";
        Clause understood = QueryText.parse(deep);
        assertThat(QueryText.parse(QueryText.print(understood))).isEqualTo(understood);
    }
}
