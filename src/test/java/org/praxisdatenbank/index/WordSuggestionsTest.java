package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Which words complete what was typed. */
class WordSuggestionsTest {
    private static TestIndex index;

    @BeforeAll
    static void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("eins")
                        .titled("GESUNDHEITSFÖRDERUNG 2024")
                        .summary("Gesundheitsförderung für Kinder mit Rückenschmerzen, dazu Bewegungsförderung.")
                        .with(Vocabulary.STATE, "DE-BE"),
                practice("zwei")
                        .titled("Gesundheitsförderung und mehr")
                        .summary("Kind und Kinder in der Straße: Förderung.")
                        .description("Die Kita-Sozialarbeit hilft Bürger*innen im 1. Stock.")
                        .with(Vocabulary.STATE, "DE-BY"),
                practice("drei")
                        .titled("Rückenschule")
                        .summary("Die Rückenschule für Kinder.")
                        .by("Sportverein Nord", "Nordhausen")
                        .with(Vocabulary.TOPIC, "aeltere"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<String> words(String typed) {
        return words(typed, Filters.NONE);
    }

    private static List<String> words(String typed, Filters filters) {
        return index.index.suggest(typed, filters, 8).stream()
                .filter(suggestion -> suggestion.target() instanceof Target.Word)
                .map(Suggestion::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // begins so; the form that most practices use
        "gesundh, Gesundheitsförderung",
        "GESUNDH, Gesundheitsförderung",
        "kin, Kinder",
        "kinder, Kinder",
        // typed to its end
        "kind, Kind|Kinder",
        // umlauts, in any spelling
        "rückens, Rückenschmerzen|Rückenschule",
        "rueckens, Rückenschmerzen|Rückenschule",
        "ruckens, Rückenschmerzen|Rückenschule",
        "stras, Straße",
        "straß, Straße",
        // within compounds, after what begins so
        "förd, Förderung|Gesundheitsförderung|Bewegungsförderung",
        "foerderung, Förderung|Gesundheitsförderung|Bewegungsförderung",
        "schmerz, Rückenschmerzen",
        // between hyphens, also typed so
        "sozial, Kita-Sozialarbeit",
        "arbeit, Kita-Sozialarbeit",
        "kita-soz, Kita-Sozialarbeit",
        // the forms of gender are one word
        "bürgerin, Bürgerinnen",
        // words of labels
        "älter, Ältere",
        // near spellings
        "gesnudh, Gesundheitsförderung",
        "gsundh, Gesundheitsförderung",
        "gesundheitsfodrerug, Gesundheitsförderung",
        "förderugn, Förderung|Gesundheitsförderung|Bewegungsförderung",
    })
    void words_are_completed(String typed, String completed) {
        assertThat(words(typed)).containsExactly(completed.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // stop words, numbers, punctuation
                "und",
                "2024",
                "2",
                "…",
                "*",
                "\"",
                "\u0000",
                "+",
                "-",
                "=",
                // too short for a near spelling, another first letter, too many edits, only letters of the end
                "gsu",
                "hesundheit",
                "gxsxndhxit",
                "örderung",
                "ung",
                // in no text
                "xylophon",
                "日本",
                "\uD83D\uDE00"
            })
    void nothing_is_made_up(String typed) {
        assertThat(words(typed)).isEmpty();
    }

    @Test
    void any_text_can_be_completed() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            StringBuilder typed = new StringBuilder(round % 2 == 0 ? "Gesundheit" : "");
            random.ints(random.nextInt(12), 0, random.nextBoolean() ? 0x180 : 0x2FFFF)
                    .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                    .forEach(typed::appendCodePoint);
            assertThat(index.index.suggest(typed.toString(), Filters.NONE, 8))
                    .as(typed.toString())
                    .allMatch(suggestion -> suggestion.count() > 0);
        }
        assertThat(index.index.suggest("gesundheit".repeat(100), Filters.NONE, 8))
                .isEmpty();
    }

    @Test
    void only_what_the_filters_leave_is_suggested() {
        Filters berlin = Filters.NONE.with(Facet.STATE, Selection.any("DE-BE"));
        assertThat(words("förd", berlin)).containsExactly("Bewegungsförderung", "Gesundheitsförderung");
        assertThat(words("rückenschule", berlin)).doesNotContain("Rückenschule");
        assertThat(index.index.suggest("gesundheitsförderung", berlin, 8))
                .contains(new Suggestion("Gesundheitsförderung", 1, new Target.Word()));
        assertThat(index.index.suggest("nord", berlin, 8)).isEmpty();
        assertThat(index.index.suggest("nord", Filters.NONE, 8)).hasSize(2);
    }

    @Test
    void a_term_takes_the_place_of_what_is_chosen_in_its_facet() {
        Filters berlin = Filters.NONE.with(Facet.STATE, Selection.any("DE-BE"));
        assertThat(index.index.suggest("bay", berlin, 8))
                .extracting(Suggestion::text)
                .containsExactly("Bayern");
        Filters notBavaria = Filters.NONE.with(Facet.STATE, Selection.NOTHING.withAny(List.of("DE-BE")));
        assertThat(index.index.suggest("thür", notBavaria, 8)).isEmpty();
    }

    @Test
    void every_count_is_the_total_of_the_search_it_leads_to() {
        List<Filters> filters = List.of(
                Filters.NONE,
                Filters.NONE.with(Facet.STATE, Selection.any("DE-BE", "DE-BY")),
                Filters.NONE.with(Facet.STATUS, Selection.any("unknown")));
        for (String typed : Arrays.asList("g", "b", "kind", "förd", "rück", "ält", "nord", "förderugn")) {
            for (Filters chosen : filters) {
                for (Suggestion suggestion : index.index.suggest(typed, chosen, 8)) {
                    suggestion.search(chosen).ifPresent(search -> assertThat(
                                    index.index.search(search).total())
                            .as(suggestion.toString())
                            .isEqualTo(suggestion.count()));
                }
            }
        }
    }
}
