package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.vocabulary.Vocabulary;

class SearchTest {
    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("kita-bayern")
                        .titled("Gesunde Kita für Kinder und Eltern")
                        .summary("Bewegung im Alltag der Kindertagesstätte, straßennah.")
                        .by("Landesverband Süd e. V.", "München")
                        .with(Vocabulary.STATE, "DE-BY")
                        .criterion("partizipation", 3),
                practice("kurs-berlin")
                        .titled("Bäder-Kurs")
                        .summary("Schwimmen für ältere Menschen.")
                        .description("Ein Kurs für Kinder oder Eltern, vor Ort.")
                        .by("Stadt Berlin", "Berlin")
                        .with(Vocabulary.STATE, "DE-BE"),
                practice("netz-nrw")
                        .titled("Netzwerk Frühe Hilfen")
                        .summary("Familien werden früh begleitet.")
                        .with(Vocabulary.STATE, "DE-NW")
                        .type("network"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'', kita-bayern kurs-berlin netz-nrw",
                "Kita, kita-bayern",
                "Bayern Kita Partizipation, kita-bayern",
                "bavaria, kita-bayern",
                "bäder, kurs-berlin",
                "baeder, kurs-berlin",
                "BÄDER, kurs-berlin",
                "ba\u0308der, kurs-berlin",
                "strassennah, kita-bayern",
                "kinder, kita-bayern kurs-berlin",
                "der Kita, kita-bayern",
                "und, kita-bayern kurs-berlin netz-nrw",
                "`\"Kinder und Eltern\"`, kita-bayern",
                "`\"Kinder oder Eltern\"`, kurs-berlin",
                "vor-ort, kurs-berlin",
                "kind*, kita-bayern kurs-berlin",
                "b?der, kurs-berlin",
                "BÄD*, kurs-berlin",
                "baed*, kurs-berlin",
                "*stätte, kita-bayern",
                "kindertagestätte~, kita-bayern",
                "netzverk~, netz-nrw",
                "titel:kinder, kita-bayern",
                "ort:münchen, kita-bayern",
                "traeger:berlin, kurs-berlin",
                "land:by, kita-bayern",
                "land:DE-BY, kita-bayern",
                "land:Nordrhein-Westfalen, netz-nrw",
                "kriterium:partizipation, kita-bayern",
                "titel:partizipation, ``",
                "kita ODER hilfen, kita-bayern netz-nrw",
                "-kita, kurs-berlin netz-nrw",
                "kinder -berlin, kita-bayern",
                "eltern (kita ODER schwimmen), kita-bayern kurs-berlin",
                "-(kita ODER schwimmen), netz-nrw",
            })
    void finds(String text, String ids) {
        String query = text.equals("''") ? "" : text;
        assertThat(String.join(" ", index.found(query))).isEqualTo(ids);
    }

    @Test
    void every_word_must_match_where_any_practice_has_them_all() {
        assertThat(index.search("kinder schwimmen").match()).isEqualTo(Match.ALL);
    }

    @Test
    void the_more_words_the_better_where_none_has_them_all() {
        var results = index.search("menschen schwimmen begleitet bewegung");

        assertThat(results.match()).isEqualTo(Match.SOME);
        assertThat(TestIndex.ids(results)).startsWith("kurs-berlin").hasSize(3);
    }

    @Test
    void a_filter_does_not_change_which_words_must_match() {
        var bavarian = Filters.NONE.with(
                org.praxisdatenbank.query.Facet.STATE, org.praxisdatenbank.query.Selection.any("DE-BY"));

        var results = index.search("kinder schwimmen", bavarian);

        assertThat(results.match()).isEqualTo(Match.ALL);
        assertThat(results.total()).isZero();
    }

    @Test
    void what_is_chosen_decides_how_many_words_must_match() {
        var some = new SearchQuery(
                "kinder schwimmen -partizipation", Filters.NONE, Match.SOME, Sort.RELEVANCE, Window.FIRST, Wanted.HITS);

        assertThat(TestIndex.ids(index.index.search(some))).containsExactly("kurs-berlin");
    }

    @Test
    void without_words_good_practice_does_not_come_first(@TempDir Path folder) {
        try (TestIndex other =
                TestIndex.of(folder, practice("eins"), practice("zwei").goodPractice(true))) {
            assertThat(TestIndex.ids(other.search(""))).containsExactly("eins", "zwei");
        }
    }

    @Test
    void too_many_words_are_a_problem_of_the_visitor() {
        String words =
                IntStream.range(0, 400).mapToObj(number -> "wort" + number).collect(Collectors.joining(" "));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> index.search(words))
                .satisfies(e ->
                        assertThat(e.problem()).isEqualTo(new Problem.Invalid("q", "problem.query.too_many", "285")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "***",
                "*a*b*c*d*e*f*g*h*i*j*k*",
                "\\*",
                "a\\",
                "~",
                "~~",
                "a~~",
                "\"",
                "\"\"",
                "((((",
                "titel:",
                "-",
                "--",
                "NOT",
                "ODER",
                "\uD83D\uDE00",
                "\uD83D",
                "\u0000",
                "a\u0000*",
                "=",
                "=*",
                "land:*",
                "????????????????????????????????????????",
                "*?*?*?*?*?*?*?*?*?*?*x"
            })
    void nothing_typed_is_an_error(String text) {
        assertThat(index.search(text).total()).isBetween(0L, 3L);
    }
}
