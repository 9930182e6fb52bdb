package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.practice.Completeness;

final class FieldTest {
    @Test
    void completeness_counts_what_the_form_asks() {
        assertThat(Completeness.QUESTIONS)
                .isEqualTo(Arrays.stream(Field.values()).map(Field::id).toList());
    }
}
