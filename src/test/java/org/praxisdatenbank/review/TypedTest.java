package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, as it is kept. */
final class TypedTest {
    @Test
    void what_nobody_sees_and_no_database_holds_is_left_out() {
        assertThat(Typed.lines(" a\u0000b\ud800c\r\n\td\u0007 ")).isEqualTo("abc\n d");
        assertThat(Typed.line("eins\r\n  zwei")).isEqualTo("eins zwei");
    }

    @ParameterizedTest
    @CsvSource({
        "www.beispiel.de, https://www.beispiel.de",
        "beispiel.de/kita, https://beispiel.de/kita",
        "http://beispiel.de, http://beispiel.de",
        "gibt es nicht, gibt es nicht"
    })
    void an_address_may_leave_out_how_it_begins(String typed, String kept) {
        assertThat(Typed.address(typed)).isEqualTo(kept);
    }

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
