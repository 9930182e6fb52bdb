package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of new practices. */
final class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Fit für die Kita!, fit-fuer-die-kita",
        "Größe & Stärke – Café, groesse-staerke-cafe",
        "Ä, angebot-ae",
        "???, angebot"
    })
    void an_id_is_made_of_the_title(String title, String id) {
        assertThat(Slug.candidates(title).findFirst().orElseThrow().value()).isEqualTo(id);
        assertThat(Slug.candidates(title).skip(1).findFirst().orElseThrow().value())
                .isEqualTo(id + "-2");
    }
}
