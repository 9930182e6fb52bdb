package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results.Fragment;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.Results.Shown;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

class HighlightsTest {
    private static final String FILLER = "Noch ein Satz, in dem nichts davon steht. ".repeat(20);

    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("eins")
                        .titled("Fru\u0308he Hilfen für Kinder")
                        .summary("Ein Kurs. Die Ernährungsbera\u00ADtung hilft Familien und Kindern <b>sofort</b>.")
                        .description(FILLER + "Ganz hinten steht Schwimmen. " + FILLER));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hilfe, Fru\u0308he [Hilfen] für Kinder",
        "FRÜHE, [Fru\u0308he] Hilfen für Kinder",
        "fruehe kind, [Fru\u0308he] Hilfen für [Kinder]",
        "hilf*, Fru\u0308he [Hilfen] für Kinder",
        "hilfem~, Fru\u0308he [Hilfen] für Kinder",
        "kurs, Fru\u0308he Hilfen für Kinder",
        "\"frühe hilfen\", [Fru\u0308he Hilfen] für Kinder",
    })
    void titles_are_marked_to_the_character(String text, String marked) {
        assertThat(text(hit(text).shown().title())).isEqualTo(marked);
    }

    @Test
    void the_snippet_is_the_best_passage_of_the_summary() {
        assertThat(text(hit("ernährungsberatung kindern").shown().snippet()))
                .contains("Die [Ernährungsbera\u00ADtung] hilft Familien und [Kindern] <b>sofort</b>.");
    }

    @Test
    void where_only_the_description_matches_the_snippet_comes_from_there() {
        assertThat(text(hit("schwimmen").shown().snippet()))
                .contains("Ganz hinten steht [Schwimmen].")
                .hasSizeBetween(100, 460);
    }

    @Test
    void where_only_the_description_of_an_example_matches_the_snippet_comes_from_there(@TempDir Path folder) {
        try (TestIndex other = TestIndex.of(
                folder,
                practice("zwei").summary(FILLER).example(FILLER, FILLER + "Der Beirat entscheidet. " + FILLER))) {
            assertThat(text(other.search("beirat").hits().getFirst().shown().snippet()))
                    .contains("Der [Beirat] entscheidet.")
                    .hasSizeBetween(100, 460);
        }
    }

    @Test
    void title_and_summary_weigh_more_than_the_description_of_an_example(@TempDir Path folder) {
        try (TestIndex other = TestIndex.of(
                folder,
                practice("beispiel").titled("Treff eins").summary("Ein Treff.").example("Der Beirat tagt.", "Hier."),
                practice("kurz")
                        .titled("Treff zwei")
                        .summary("Der Beirat tagt.")
                        .goodPractice(true),
                practice("titel").titled("Beirat").summary("Ein Treff.").goodPractice(true))) {
            assertThat(other.search("beirat").hits())
                    .extracting(hit -> hit.practice().id().value())
                    .containsExactly("titel", "kurz", "beispiel");
        }
    }

    @Test
    void where_nothing_is_searched_the_snippet_is_the_beginning_of_the_summary() {
        assertThat(text(hit("").shown().snippet())).startsWith("Ein Kurs. Die").doesNotContain("[");
    }

    @Test
    void nothing_is_marked_where_nobody_wants_it() {
        var query = new SearchQuery("hilfen", Filters.NONE, null, Sort.RELEVANCE, Window.FIRST, Wanted.HITS);
        Hit hit = index.index.search(query).hits().getFirst();

        assertThat(hit.shown()).isEqualTo(Shown.NOTHING);
        assertThat(hit.score()).isPositive();
    }

    private Hit hit(String text) {
        return index.search(text).hits().getFirst();
    }

    private static String text(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> fragment.marked() ? "[" + fragment.text() + "]" : fragment.text())
                .collect(Collectors.joining());
    }
}
