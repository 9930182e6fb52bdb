package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results.Fragment;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

class GermanSearchTest {
    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("sturz").titled("Sturzprophylaxe-Kurs für ältere Menschen im Quartier"),
                practice("fest").titled("Sommerfest am Fluss"),
                practice("kleid").titled("Ein Kleid für den Sommer"),
                practice("setting").titled("Settingansatz am Beispiel der E-Mail-Beratung"),
                practice("schule").titled("Gesunde Schule"),
                practice("peers").titled("Schüler*innen beraten Schüler(innen)"),
                practice("foerdern").titled("Gesundheitsförderung vor Ort"),
                practice("wandern").titled("Förderung der seelischen Gesundheit beim Wandern"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<String> found(String text, Match match) {
        return TestIndex.ids(index.index.search(
                new SearchQuery(text, Filters.NONE, match, Sort.RELEVANCE, Window.FIRST, Wanted.HITS)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Bewegung für Senioren im Stadtteil, sturz",
                "Seniorenkurs, sturz",
                "Sommerkleid, kleid",
                "Sommerkleider, kleid",
                "Setting-Ansatz, setting",
                "Email, setting",
                "`E Mail`, setting",
                "Emailberatung, setting",
                "Schülerin, peers",
                "SCHUELERINNEN, peers",
                "Schule, schule",
                "Gesundheitsförderung, foerdern wandern",
                "`\"Förderung der Gesundheit\"`, ``",
                "`\"Förderung der seelischen Gesundheit\"`, wandern",
                "-gesundheit förderung, foerdern",
                "gesundheit, foerdern wandern",
            })
    void every_word_is_found_by_any_of_its_ways(String text, String ids) {
        assertThat(String.join(" ", found(text, Match.ALL).stream().sorted().toList()))
                .isEqualTo(ids);
    }

    @Test
    void the_parts_of_a_compound_are_never_found_one_by_one() {
        assertThat(found("Sommerkleid", Match.SOME)).containsExactly("kleid");
        assertThat(found("Sommer-Kleid", Match.SOME)).containsExactly("kleid");
        assertThat(found("Sommerkleid Fluss", Match.SOME)).containsExactlyInAnyOrder("kleid", "fest");
    }

    @ParameterizedTest
    @CsvSource({
        "Gesundheitsförderung, foerdern",
        "Förderung Gesundheit, wandern",
        "Schüler, peers",
    })
    void the_word_as_it_was_typed_comes_first(String text, String id) {
        assertThat(found(text, Match.ALL)).first().isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "förderung, [Förderung] der seelischen Gesundheit beim Wandern",
                "gesundheitsfoerderung, [Förderung] der seelischen [Gesundheit] beim Wandern",
            })
    void marks_are_true_to_the_letter(String text, String marked) {
        assertThat(title(text, "wandern")).isEqualTo(marked);
    }

    @Test
    void within_a_compound_only_the_part_is_marked() {
        assertThat(title("förderung", "foerdern")).isEqualTo("Gesundheits[förderung] vor Ort");
        assertThat(title("gesundheit", "foerdern")).isEqualTo("[Gesundheit]sförderung vor Ort");
        assertThat(title("Senioren", "sturz")).isEqualTo("Sturzprophylaxe-Kurs für [ältere Menschen] im Quartier");
    }

    private String title(String text, String id) {
        return index.search(text).hits().stream()
                .filter(hit -> hit.practice().id().value().equals(id))
                .flatMap(hit -> hit.shown().title().stream())
                .map(GermanSearchTest::marked)
                .reduce("", String::concat);
    }

    private static String marked(Fragment fragment) {
        return fragment.marked() ? "[" + fragment.text() + "]" : fragment.text();
    }
}
