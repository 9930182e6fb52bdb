package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.query.Reason.Place;
import org.praxisdatenbank.query.Reason.Raise;
import org.praxisdatenbank.query.Results.Shown;
import org.praxisdatenbank.vocabulary.Vocabulary;

class ReasonsTest {
    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("eins")
                        .titled("Bewegungsangebote für ältere Menschen")
                        .summary(
                                "Sportkurse in der Kita, mit Ernährungsberatung und Vor-Ort-Gesprächen für Schüler*innen.")
                        .description("Beratung zur gesunden Ernährung.")
                        .by("Kneipp-Verein (Flensburg)", "Flensburg")
                        .with(Vocabulary.TOPIC, "quartier")
                        .goodPractice(true));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Kitas|Kitas WORD_FORM Kita in Kita SUMMARY",
                "kita|kita SAME_WORD Kita in Kita SUMMARY",
                "Gespräch|Gespräch WORD_FORM Gesprächen in Vor-Ort-Gesprächen SUMMARY",
                "schülerin|schülerin WORD_FORM Schüler*innen in Schüler*innen SUMMARY",
                "verein|verein SAME_WORD Verein in Kneipp-Verein PROVIDER",
                "quartier|quartier SAME_WORD Quartier in Quartier LABEL",
                "ort:flensburg|flensburg SAME_WORD Flensburg in Flensburg LOCATION",
                "`\"ältere menschen\"`|ältere menschen PHRASE ältere Menschen in ältere Menschen TITLE",
                "sport*|sport* PATTERN Sportkurse in Sportkurse SUMMARY",
                "Senioren|Senioren SYNONYM ältere Menschen in ältere Menschen TITLE",
            })
    void a_word_is_told_with_the_word_it_led_to(String text, String reason) {
        assertThat(reasons(text)).containsExactly(reason);
    }

    @Test
    void of_a_part_the_whole_compound_is_told() {
        assertThat(reasons("bewegung")).contains("bewegung COMPOUND_PART Bewegung in Bewegungsangebote TITLE");
    }

    @Test
    void a_compound_that_is_found_as_a_whole_is_not_told_by_its_parts_again() {
        assertThat(reasons("Ernährungsberatung"))
                .containsExactly(
                        "Ernährungsberatung SAME_WORD Ernährungsberatung in Ernährungsberatung SUMMARY",
                        "Ernährungsberatung PARTS_TOGETHER Beratung in Beratung DESCRIPTION",
                        "Ernährungsberatung PARTS_TOGETHER Ernährung in Ernährung DESCRIPTION");
    }

    @Test
    void a_word_of_the_published_description_of_an_example_is_told(@TempDir Path folder) {
        try (TestIndex other = TestIndex.of(
                folder, practice("zwei").example("Es begann im Waschsalon.", "Der Beirat entscheidet mit."))) {
            Shown shown = other.search("Beirat Waschsalons").hits().getFirst().shown();

            assertThat(shown.reasons())
                    .extracting("word", "place")
                    .containsExactly(
                            tuple("Beirat", Place.GOOD_PRACTICE_DESCRIPTION),
                            tuple("Waschsalon", Place.GOOD_PRACTICE_DESCRIPTION));
            assertThat(shown.missing()).isEmpty();
        }
    }

    @Test
    void what_is_found_nowhere_is_named() {
        assertThat(shown("kita schwimmen quartier").missing()).containsExactly("schwimmen");
        assertThat(shown("kita -schwimmen").missing()).isEmpty();
    }

    @Test
    void the_words_of_a_term_that_is_found_by_a_synonym_are_not_missing(@TempDir Path folder) {
        try (TestIndex other = TestIndex.of(folder, practice("zwei").titled("Kurs für Senioren"))) {
            Shown shown = other.search("ältere menschen").hits().getFirst().shown();

            assertThat(shown.reasons()).extracting("asked").contains("ältere menschen");
            assertThat(shown.missing()).isEmpty();
        }
    }

    @Test
    void what_puts_it_before_others_is_told() {
        assertThat(shown("ältere menschen").raised()).containsExactlyInAnyOrder(Raise.GOOD_PRACTICE, Raise.NEAR);
        assertThat(shown("kita").raised()).containsExactly(Raise.GOOD_PRACTICE);
    }

    @Test
    void without_words_nothing_is_put_before_others() {
        assertThat(shown("").raised()).isEmpty();
        assertThat(index.search("").hits().getFirst().score()).isEqualTo(1);
    }

    private Shown shown(String text) {
        return index.search(text).hits().getFirst().shown();
    }

    private List<String> reasons(String text) {
        return shown(text).reasons().stream()
                .map(reason -> reason.asked() + " " + reason.route() + " " + reason.found() + " in " + reason.word()
                        + " " + reason.place())
                .toList();
    }
}
