package org.praxisdatenbank.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticePage.CriteriaPart;
import org.praxisdatenbank.practice.PracticePage.Entry;
import org.praxisdatenbank.practice.PracticePage.Fact;
import org.praxisdatenbank.practice.PracticePage.Reason;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Criterion.Level;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frames;

final class PracticePageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Term TYPE = term(Vocabulary.TYPE, "network", 1, "Netzwerk", "Network");
    private static final Term PARTICIPATION =
            term(Vocabulary.CRITERION, "partizipation", 5, "Partizipation", "Participation");
    private static final Term EMPOWERMENT = term(Vocabulary.CRITERION, "empowerment", 4, "Empowerment", "Empowerment");
    private static final Term SAARLAND = term(Vocabulary.STATE, "DE-SL", 12, "Saarland", "Saarland");
    private static final Vocabularies LISTS = new Vocabularies(
            List.of(TYPE, PARTICIPATION, EMPOWERMENT, SAARLAND),
            List.of(
                    new Criterion(PARTICIPATION, false, null, ladder(5)),
                    new Criterion(EMPOWERMENT, false, null, ladder(1))),
            List.of(new State(SAARLAND, "saarland")));

    private static Term term(Vocabulary list, String id, int position, String german, String english) {
        return new Term(new TermId(list, id), position, new Label(german, english), List.of());
    }

    private static List<Level> ladder(int steps) {
        return java.util.stream.IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Level(step, null, null))
                .toList();
    }

    private static PracticePage page(Locale language, Period period, Fulfilment... criteria) {
        Practice practice = new Practice(
                new PracticeId("muster"),
                new Wording("Was hilft?", "Kurz.", "Erster Absatz\nmit zwei Zeilen.\n\n \nZweiter Absatz."),
                new Carrier("Verein \"Mut\" e. V.", "Musterstadt", "01234"),
                new Classification(
                        TYPE.id(),
                        List.of(SAARLAND.id()),
                        List.of(criteria),
                        new GoodPractice(criteria.length > 0, null)),
                period,
                new Provenance(
                        "https://www.example.org/mut/", "https://example.org/", null, LocalDate.of(2025, 3, 12)));
        StoredPractice stored = new StoredPractice(
                practice, 1, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-03T23:30:00Z"));
        return new PracticePageParts(Frames.frame(language, "/angebote/muster"), stored, LISTS, TODAY)
                .page(false, List.of());
    }

    private static List<Entry> fact(PracticePage page, String textKey) {
        return page.body().facts().stream()
                .filter(fact -> fact.textKey().equals(textKey))
                .map(Fact::entries)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
            de | 2007-09    | open       | Beginn: September 2007; Abschluss: kein Ende geplant
            de | 2007       | 2015-12    | Beginn: 2007; Abschluss: Dezember 2015
            de | 2007-09-01 | 2030-01-31 | Beginn: 01.09.2007; Abschluss: 31.01.2030
            de | -          | open       | Abschluss: kein Ende geplant
            de | 2007       | -          | Beginn: 2007
            en | 2007-03    | 2015-12-01 | Start: March 2007; End: 1 Dec 2015
            en | -          | open       | End: no end planned
            """)
    void the_run_time_is_told_in_words(String language, @Nullable String start, @Nullable String end, String words) {
        PracticePage page = page(Locale.of(language), Period.of(start, end));
        assertThat(fact(page, "practice.period")).extracting(Entry::text).containsExactly(words.split("; "));
    }

    @Test
    void an_unknown_run_time_has_no_words() {
        assertThat(fact(page(Locale.GERMAN, Period.UNKNOWN), "practice.period")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            2015,       2015
            2015-06,    Juni 2015
            2026-11-20, 20.11.2026
            2026-11,    -
            open,       -
            -,          -
            """)
    void only_an_ended_practice_says_so(@Nullable String end, @Nullable String said) {
        assertThat(page(Locale.GERMAN, Period.of(null, end)).body().story().ended())
                .isEqualTo(said);
    }

    @Test
    void a_level_names_the_ladder_only_where_that_is_known() {
        PracticePage page = page(
                Locale.GERMAN,
                Period.UNKNOWN,
                new Fulfilment(PARTICIPATION.id(), 3, "ein Beirat berät"),
                new Fulfilment(EMPOWERMENT.id(), 1, null));
        assertThat(page.body().criteria())
                .isEqualTo(new CriteriaPart(
                        true,
                        null,
                        List.of(
                                new Reason("/kriterien/empowerment", "Empowerment", "Stufe 1", null),
                                new Reason(
                                        "/kriterien/partizipation",
                                        "Partizipation",
                                        "Stufe 3 von 5",
                                        "Ein Beirat berät."))));
    }

    @Test
    void without_criteria_and_selection_there_is_no_such_part() {
        assertThat(page(Locale.GERMAN, Period.UNKNOWN).body().criteria()).isNull();
    }

    @Test
    void the_description_is_split_where_lines_are_blank() {
        assertThat(page(Locale.GERMAN, Period.UNKNOWN).body().story().paragraphs())
                .containsExactly("Erster Absatz\nmit zwei Zeilen.", "Zweiter Absatz.");
    }

    @Test
    void the_provider_leads_to_a_search_for_its_name_as_one_phrase() {
        assertThat(fact(page(Locale.GERMAN, Period.UNKNOWN), "practice.provider"))
                .containsExactly(
                        new Entry("Verein \"Mut\" e. V.", "/suche?q=traeger%3A%22Verein++Mut++e.+V.%22", false));
    }

    @Test
    void a_website_is_shown_as_people_write_it() {
        assertThat(fact(page(Locale.GERMAN, Period.UNKNOWN), "practice.website"))
                .containsExactly(new Entry("example.org/mut", "https://www.example.org/mut/", true));
    }

    @Test
    void the_citation_names_the_permanent_address_and_the_days_in_germany() {
        assertThat(page(Locale.GERMAN, Period.UNKNOWN).standing().citation().text())
                .isEqualTo("Was hilft? In: Praxisdatenbank Gesundheitliche Chancengleichheit. Stand: 04.02.2026."
                        + " Online: https://praxisdatenbank.example/angebote/muster (abgerufen am 21.11.2026).");
    }

    @Test
    void on_the_english_page_the_entry_is_marked_as_german() {
        assertThat(page(Locale.ENGLISH, Period.UNKNOWN).contentLanguage()).isEqualTo("de");
        assertThat(page(Locale.GERMAN, Period.UNKNOWN).contentLanguage()).isNull();
    }

    @Test
    void every_state_leads_to_its_office() {
        assertThat(page(Locale.GERMAN, Period.UNKNOWN).standing().offices())
                .containsExactly(new Entry("Koordinierungsstelle Saarland", "/laender/saarland", false));
    }
}
