package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.query.Language.Form;
import org.praxisdatenbank.query.Language.Word;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Route;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

class LanguageTest {
    private static TestIndex index;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        index = TestIndex.of(folder, SampleTexts.practices());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Word only(String text) {
        List<Word> words = index.index.describe(text).words();
        assertThat(words).hasSize(1);
        return words.getFirst();
    }

    @Test
    void a_compound_is_shown_divided() {
        assertThat(only("Bewegungsangebote").forms())
                .containsExactly(new Form(
                        "Bewegungsangebote",
                        "bewegungsangebote",
                        "bewegungsangebot",
                        "bewegungsangebot",
                        List.of("Bewegung", "s", "angebote"),
                        false));
    }

    @Test
    void a_word_with_hyphens_is_shown_in_its_pieces_and_as_a_whole() {
        assertThat(only("Vor-Ort-Beratung").forms())
                .extracting(Form::text)
                .containsExactly("Vor", "Ort", "Beratung", "VorOrtBeratung");
    }

    @Test
    void stop_words_are_told() {
        assertThat(index.index.describe("kita und schule").words())
                .extracting(Word::text, Word::isStopWord)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kita", false),
                        org.assertj.core.groups.Tuple.tuple("und", true),
                        org.assertj.core.groups.Tuple.tuple("schule", false));
    }

    @Test
    void words_in_a_row_that_mean_something_together_are_told_too() {
        Word term = index.index.describe("ältere Menschen").words().getLast();

        assertThat(term.text()).isEqualTo("ältere Menschen");
        assertThat(term.paths()).extracting(Language.Path::via).contains("senior");
        assertThat(term.total()).isEqualTo(found("ältere Menschen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kita",
                "Senioren",
                "Bewegung",
                "Bewegungsangebote",
                "\"frühe hilfen\"",
                "ernähr*",
                "ernärung~",
                "titel:kita",
                "vor-ort",
                "xyzzy",
                "ort:berlin"
            })
    void the_count_is_what_a_search_finds(String text) {
        Word word = only(text);

        assertThat(word.total()).isEqualTo(found(word.text()));
        assertThat(word.paths()).allSatisfy(path -> assertThat(path.count()).isLessThanOrEqualTo(word.total()));
    }

    @Test
    void a_way_finds_what_its_word_finds_strictly() {
        Word kita = only("kita");

        assertThat(count(kita, Route.WORD_FORM)).isEqualTo(found("\"kita\"")).isPositive();
        assertThat(count(kita, Route.SAME_WORD)).isLessThanOrEqualTo(count(kita, Route.WORD_FORM));
        assertThat(kita.paths())
                .filteredOn(path -> path.route() == Route.SYNONYM)
                .isNotEmpty();
    }

    @Test
    void a_long_text_is_cut_and_nothing_is_nothing() {
        String words =
                IntStream.range(0, 30).mapToObj(number -> "wort" + number).collect(Collectors.joining(" "));

        assertThat(index.index.describe(words).words()).hasSize(WordDescriptions.MOST_WORDS);
        assertThat(index.index.describe(words).isCut()).isTrue();
        assertThat(index.index.describe("").words()).isEmpty();
        assertThat(index.index.describe("-(").words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kitas, Kita, WORD_FORM, WORD_FORM",
        "Bewegung, Bewegungsangebote, COMPOUND_PART, ",
        "Senioren, ältere Menschen, SYNONYM, SYNONYM",
        "Ernährungsberatung, Beratung zur Ernährung, PARTS_TOGETHER, COMPOUND_PART",
        "Kita, Kitas und Schulen, WORD_FORM, ",
        "Bürger, Burg, , ",
        "Kita, und, , ",
        "Schwimmen, Kochen, , "
    })
    void two_texts_meet_as_a_search_would_find_them(String one, String other, Route there, Route back) {
        Language.Meeting meeting = index.index.meet(one, other);

        assertThat(routes(meeting.there())).isEqualTo(there == null ? List.of() : List.of(there));
        assertThat(routes(meeting.back())).isEqualTo(back == null ? List.of() : List.of(back));
    }

    private static List<Route> routes(List<Reason> reasons) {
        return reasons.stream().map(Reason::route).distinct().toList();
    }

    private static long count(Word word, Route route) {
        return word.paths().stream()
                .filter(path -> path.route() == route)
                .mapToLong(Language.Path::count)
                .sum();
    }

    private static long found(String text) {
        return index.index
                .search(new SearchQuery(text, Filters.NONE, Match.ALL, Sort.RELEVANCE, Window.FIRST, Wanted.HITS))
                .total();
    }
}
