package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Correction;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Help.WordFound;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.Vocabulary;

class SearchHelpTest {
    private static final Filters BERLIN =
            new Filters(Map.of(Facet.STATE, Selection.any("DE-BE")), new TreeMap<>(), Years.ANY);

    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("teile")
                        .titled("Förderung der Gesundheit")
                        .summary("Ein Treff für Senioren und ein Angebot zur Bewegung, mit Rücksicht auf Wünsche.")
                        .with(Vocabulary.STATE, "DE-BY"),
                practice("kinder")
                        .titled("Kindergarten in Bewegung")
                        .summary("Kinder tanzen. Kindertagesstätte am Gartenweg, Empowerment für Mütter.")
                        .by("Träger Überall e. V.", "München")
                        .with(Vocabulary.STATE, "DE-BE"),
                practice("selten").titled("Elfen und Mütter").summary("Von Empowerment und Wichteln."),
                practice("karte1").titled("Karten").summary("Empowerment mit dem Stadtteilbüro."),
                practice("karte2").titled("Karten").summary("Die gute Empowerment-Karte der Stadtteilburo GmbH."));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static SearchQuery query(String text) {
        return SearchQuery.EVERYTHING.with(text);
    }

    private Help help(SearchQuery query) {
        return index.index.help(query, index.index.search(query));
    }

    private String corrected(String text) {
        return help(query(text)).correction().map(Correction::text).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Kindergraten, Kindergarten",
                "kindergraten, kindergarten",
                "ikndergarten, kindergarten",
                "Kindertageststätte, Kindertagesstätte",
                "Müncehn, München",
                "kidner, kinder",
                "bewegnug, bewegung",
                "Gesundheitsfördreung, Gesundheitsförderung",
                "gesundheitsfoerdreung, gesundheitsförderung",
                "Gesundhietsförderung, Gesundheitsförderung",
                "Seniorenterff, Seniorentreff",
                "Bewegungsangebto, Bewegungsangebot",
                "Trägre, Träger",
                "Kindergratn, Kindergarten",
                "kinder bewegnug, kinder bewegung",
                "kidner bewegnug, kinder bewegung",
                "ort:Müncehn, ort:München",
                "(kidner ODER elfn) -tanz, (kinder ODER elfen) -tanz",
                "Empowemrent-Karte, Empowerment-Karte",
                "titel:(bewegnug kindergraten), titel:(bewegung kindergarten)",
            })
    void a_word_that_is_nowhere_is_corrected_as_it_is_written_properly(String typed, String corrected) {
        assertThat(corrected(typed)).isEqualTo(corrected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Kindergarten",
                "elfen", // one practice only, and Hilfen is a word too
                "garten", // nowhere by itself, and a word
                "Elefanten",
                "Karren", // a word, one letter from one that is there
                "\"kidner\"",
                "kidn?r",
                "kidnre~",
                "kinder -bewegnug",
                "titel:münhcen",
                "kinder elfen",
                "xyzzyxyzzy",
                "x",
                "ab",
                "der die das",
                "😀",
                "90211",
                "🧒🏽 kinder"
            })
    void nothing_else_is(String typed) {
        assertThat(corrected(typed)).isEmpty();
    }

    @Test
    void the_text_may_be_as_long_as_it_likes() {
        assertThat(corrected("bewegnug".repeat(125))).isEmpty();
        assertThat(corrected("kidner ".repeat(100).strip()))
                .isEqualTo("kinder ".repeat(100).strip());
    }

    @Test
    void a_correction_finds_what_it_says_under_the_same_filters() {
        for (SearchQuery typed : List.of(
                query("empowemrent"),
                query("empowemrent").with(BERLIN),
                query("empowemrent tanzen"),
                query("empowemrent tanzen").with(Match.SOME))) {
            Correction correction = help(typed).correction().orElseThrow();
            Results found = index.index.search(typed.with(correction.text()));
            assertThat(found.total())
                    .as(typed.toString())
                    .isEqualTo(correction.total())
                    .isPositive();
        }
    }

    @Test
    void what_finds_nothing_under_the_same_filters_is_no_help() {
        assertThat(help(query("gesundhiet")).correction()).contains(new Correction("gesundheit", 1));
        assertThat(help(query("gesundhiet").with(BERLIN)).correction()).isEmpty();
    }

    @Test
    void a_slip_in_a_text_does_not_stand_for_the_word(@TempDir Path folder) {
        List<StoredPractice> practices = new ArrayList<>();
        practices.add(practice("slip").titled("Stadtteilbüor Nord").stored());
        practices.add(practice("name").titled("Verein Gesa").stored());
        for (int number = 10; number < 30; number++) {
            practices.add(practice("nr-" + number).titled("Stadtteilbüro Gera").stored());
        }
        try (TestIndex many = TestIndex.of(folder, practices)) {
            assertThat(many.index
                            .help(query("Stadtteilbüor"), many.search("Stadtteilbüor"))
                            .correction())
                    .contains(new Correction("Stadtteilbüro", 20));
            assertThat(many.index.help(query("Gesa"), many.search("Gesa")).correction())
                    .isEmpty();
        }
    }

    @Test
    void what_is_gone_is_not_offered() {
        assertThat(corrected("Kindergraten")).isNotEmpty();

        index.index.apply(List.of(), List.of(new PracticeId("kinder")), "1");

        assertThat(corrected("Kindergraten")).isEmpty();
    }

    @Test
    void a_search_that_finds_enough_gets_none_and_costs_nothing() {
        SearchQuery enough = query("empowerment");
        Results answer = index.index.search(enough);
        assertThat(answer.total()).isEqualTo(4);
        index.close(); // whoever looked into the index now would be refused

        assertThat(index.index.help(enough, answer)).isEqualTo(Help.NOTHING);
    }

    @Test
    void without_time_there_is_none(@TempDir Path folder) {
        IndexSetup slow =
                new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC(), Duration.ZERO);
        TestIndex.build(slow, List.of(practice("kinder").titled("Kinder").stored()), "0");
        try (PracticeIndex hurried = PracticeIndex.open(slow)) {
            Results nothing = index.search("kidner");
            assertThat(hurried.help(query("kidner"), nothing)).isEqualTo(Help.NOTHING);
            assertThat(hurried.totals(List.of(query("kinder")))).isEmpty();
        }
    }

    @Test
    void each_word_is_told_with_what_it_finds_by_itself() {
        assertThat(help(query("kinder der xyzzy titel:karten")).words())
                .extracting(WordFound::text, WordFound::total, WordFound::isNowhere)
                .containsExactly(
                        tuple("kinder", 1L, false), tuple("xyzzy", 0L, true), tuple("titel:karten", 2L, false));
        assertThat(help(query("gesundheit").with(BERLIN)).words())
                .extracting(WordFound::total, WordFound::isNowhere)
                .containsExactly(tuple(0L, false));
    }

    @Test
    void a_word_that_is_nowhere_has_near_ones() {
        assertThat(near("Kidner")).contains(new Clause.Word("Kinder"));
        assertThat(near("Ernährungsaquarium")).contains(new Clause.Word("Ernährung"));
        assertThat(near("Menschenkette")).contains(new Clause.Phrase("Ältere Menschen"));
        assertThat(near("traeger:Ernährungsaquarium")).isEmpty();
    }

    private List<Clause> near(String text) {
        return help(query(text)).words().getFirst().near();
    }

    @Test
    void totals_are_those_of_the_searches() {
        List<SearchQuery> queries = List.of(
                query("kinder"), query(""), query("xyzzy"), query("empowerment").with(BERLIN));
        assertThat(index.index.totals(queries)).containsExactly(1L, 5L, 0L, 1L);
    }

    @Test
    void a_printed_correction_reads_as_it_was_meant() {
        String text = corrected("(kidner ODER elfn) -tanz");
        assertThat(QueryText.print(QueryText.parse(text))).isEqualTo(text);
    }
}
