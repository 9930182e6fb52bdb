package org.praxisdatenbank.german;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GermanTest {
    private static final German GERMAN = new German();

    private static String stem(String word) {
        return String.join(" ", GERMAN.stems(word));
    }

    @ParameterizedTest
    @CsvSource({
        "Kita, Kitas",
        "Haus, Häuser",
        "Kindergarten, Kindergärten",
        "Kindergarten, kindergaerten",
        "Bäder, BAEDER",
        "Straße, strassen",
        "Café, cafe",
        "Über, u\u0308ber",
        "Gesundheits\u00ADamt, Gesundheitsamt",
        "Arbeitslose, Arbeitsloser",
        "Geflüchtete, geflüchteten",
        "erkrankt, erkrankter",
        "Ehrenamtliche, Ehrenamtlichen",
        "Bewegungsangebot, Bewegungsangeboten",
        "Raus aus’m Haus, raus ausm Haus",
    })
    void forms_and_spellings_of_a_word_meet(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Schülerinnen",
                "Schüler:innen",
                "Schüler*innen",
                "Schüler_innen",
                "Schüler·innen",
                "Schüler/innen",
                "Schüler/-innen",
                "Schüler(innen)",
                "SchülerInnen",
                "Schüler:in",
                "SCHÜLERINNEN",
                "Schülerin",
                "Schülern"
            })
    void all_gender_forms_meet(String form) {
        assertThat(stem(form)).isEqualTo(stem("Schüler"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ärztinnen, Arzt",
        "Köchin, Koch",
        "Kundinnen, Kunde",
        "Kolleg*innen, Kollege",
        "Migrantinnen, Migrant",
        "Lotsinnen, Lotse",
        "Sozialarbeiter:innen, Sozialarbeiter",
        "Gesundheitslotsinnen, Gesundheitslotse",
    })
    void women_and_men_of_a_profession_meet(String woman, String man) {
        assertThat(stem(woman)).isEqualTo(stem(man));
    }

    @ParameterizedTest
    @CsvSource({
        "Schule, Schüler",
        "Bürger, Burg",
        "Lehrer, Lehre",
        "Alter, alt",
        "Medizin, Medium",
        "Termin, Term",
        "Berlin, Berl",
        "Verein, Vere",
    })
    void different_words_stay_apart(String one, String other) {
        assertThat(stem(one)).isNotEqualTo(stem(other));
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new German().form("INKLUSION")).isEqualTo(GERMAN.form("Inklusion"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void stop_words_say_nothing() {
        assertThat(GERMAN.tellingStems("Wo gibt es für die Kinder und Eltern etwas?"))
                .isEqualTo(List.of(stem("Kind"), stem("Eltern")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uD83D",
                "\uD83D\uDE00",
                "\u0000",
                "---",
                "İ",
                "ﬁ",
                "漢字",
                "-",
                "\u0308",
                "a\u0308\u0308"
            })
    void any_text_has_words_or_none(String text) {
        assertThat(GERMAN.stems(text)).doesNotContainNull();
    }
}
