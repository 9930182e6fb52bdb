package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;

final class QueryStringTest {

    @ParameterizedTest
    @CsvSource({
        "q=fr%C3%BChe+hilfen, frühe hilfen",
        "q=frühe%20hilfen, frühe hilfen",
        "q=😀, 😀",
        "q=%F0%9F%98%80, 😀",
        "q=a=b, a=b",
        "q=a&q=b, b",
        "x=1&&q=b&, b",
        "q, ''",
        "%71=b, b"
    })
    void values_are_decoded(String text, String value) {
        assertThat(QueryString.parse(text).last("q")).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%FF", "q=%C3", "q=%", "q=%zz", "q=100%"})
    void what_encodes_nothing_is_refused(String text) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> QueryString.parse(text))
                        .problem())
                .isEqualTo(new Problem.Invalid("q", "problem.encoding"));
    }

    @Test
    void nothing_behind_the_question_mark_is_no_parameter() {
        assertThat(QueryString.parse(null).names()).isEmpty();
        assertThat(QueryString.parse("").names()).isEmpty();
    }
}
