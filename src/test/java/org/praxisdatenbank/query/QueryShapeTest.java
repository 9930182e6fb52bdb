package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | 0 | 0 | 0 | 0",
                "Kita Bewegung                        | 2 | 0 | 0 | 0",
                "\"frühe hilfen\" -schwimm* ort:Köln  | 1 | 1 | 1 | 0",
                "(kita~ ODER schule) *nähr*           | 2 | 0 | 1 | 1"
            })
    void a_text_is_told_by_what_it_is_made_of(String text, int words, int phrases, int patterns, int near) {
        assertThat(QueryShape.of(text)).isEqualTo(new QueryShape(words, phrases, patterns, near));
    }
}
