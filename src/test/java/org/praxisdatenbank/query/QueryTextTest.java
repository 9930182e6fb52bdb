package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.query.Clause.And;
import org.praxisdatenbank.query.Clause.Everything;
import org.praxisdatenbank.query.Clause.Field;
import org.praxisdatenbank.query.Clause.Fuzzy;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Not;
import org.praxisdatenbank.query.Clause.Or;
import org.praxisdatenbank.query.Clause.Pattern;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.query.Clause.Word;

final class QueryTextTest {

    @Test
    void every_form_of_the_grammar_has_its_clause() {
        assertThat(
                        QueryText.parse(
                                "kita (bewegung ODER \"frühe hilfen\") -sport titel:kochen traeger:(caritas OR awo) ernähr* wo?t senorien~"))
                .isEqualTo(new And(List.of(
                        new Word("kita"),
                        new Or(List.of(new Word("bewegung"), new Phrase("frühe hilfen"))),
                        new Not(new Word("sport")),
                        new InField(Field.TITLE, new Word("kochen")),
                        new InField(Field.PROVIDER, new Or(List.of(new Word("caritas"), new Word("awo")))),
                        new Pattern("ernähr*"),
                        new Pattern("wo?t"),
                        new Fuzzy("senorien"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    kita                     | kita
                    kita UND bewegung        | kita bewegung
                    kita AND bewegung        | kita bewegung
                    kita NICHT sport         | kita -sport
                    NOT sport                | -sport
                    a ODER b c               | a ODER (b c)
                    Title:kita               | titel:kita
                    träger:awo               | traeger:awo
                    ort:"Bad Homburg"        | ort:"Bad Homburg"
                    „Frühe Hilfen“ kita      | "Frühe Hilfen" kita
                    »Frühe Hilfen«           | "Frühe Hilfen"
                    Was hilft?               | Was hilft
                    E-Mail                   | E-Mail
                    kita - schule            | kita schule
                    ODER                     | oder
                    kita ODER                | kita oder
                    ODER kita                | oder kita
                    kita ODER ODER schule    | (kita oder) ODER schule
                    NICHT                    | nicht
                    titel:                   | titel
                    Titel: Kita              | Titel Kita
                    https://example.org/x    | https://example.org/x
                    "kita                    | kita
                    kita"                    | kita
                    (kita                    | kita
                    kita) schule             | kita schule
                    ()                       | nothing
                    ""                       | nothing
                    *                        | nothing
                    ?!                       | nothing
                    -                        | nothing
                    -- --                    | nothing
                    &&  || UND               | und
                    kita und bewegung oder x | kita und bewegung oder x
                    UND kita UND             | und kita und
                    kita NICHT               | kita nicht
                    kita NICHT ()            | kita nicht
                    \\~1 kita                 | \\~1 kita
                    (ODER)                   | oder
                    (kita ODER) schule       | (kita oder) schule
                    ((kita schule            | kita schule
                    )kita(                   | kita
                    kita (schule))           | kita schule
                    ((a ODER b) c            | (a ODER b) c
                    "frühe und hilfen"       | "frühe und hilfen"
                    "der, die und das"       | "der, die und das"
                    -"frühe hilfen"          | -"frühe hilfen"
                    -"kita                   | -kita
                    „der Weg" kita           | "der Weg" kita
                    ‹der Weg› kita           | "der Weg" kita
                    "a" "b                   | "a" b
                    "(" kita                 | kita
                    titel:"Kinder und Eltern" | titel:"Kinder und Eltern"
                    Traeger:awo              | traeger:awo
                    TRÄGER:awo               | traeger:awo
                    träger:awo         | traeger:awo
                    provider:awo             | traeger:awo
                    kriterium:empowerment    | kriterium:empowerment
                    criterion:empowerment    | kriterium:empowerment
                    state:berlin place:bonn  | land:berlin ort:bonn
                    titel:-kita              | titel:-kita
                    titel:ort:kita           | titel:ort:kita
                    titel:()                 | titel
                    titel:"" kita            | titel kita
                    titel:% kita             | titel kita
                    titel:,kita              | titel kita
                    -titel: kita             | titel kita
                    (titel:)                 | titel
                    foo:bar                  | foo:bar
                    12:30                    | 12:30
                    Titel:innen              | Titel:innen
                    """)
    void text_is_understood_as(String typed, String understood) {
        assertThat(QueryText.print(QueryText.parse(typed))).isEqualTo(understood == null ? "" : understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04109",
                "2015",
                "§20a",
                "1,5",
                "1.5",
                "24/7",
                "3-6",
                "3–6",
                "50%",
                "E-Mail",
                "Büro-",
                "geht’s",
                "C++",
                "C#",
                "https://www.example.org/suche?q=kita*&ort=x",
                "www.example.org/?a=b",
                "https://example.org/~",
                "info@gesundheit-bb.de",
                "kita\uD83D\uDE00",
                "\u05d1\u05e8\u05d9\u05d0\u05d5\u05ea",
                "\u0635\u062d\u0629",
                "Schüler*innen",
                "Schüler*in",
                "SCHÜLER*INNEN",
                "Schüler:innen",
                "Schüler_innen",
                "Schüler/innen",
                "Schüler/-innen",
                "Schüler·innen",
                "Schüler(innen)",
                "Schüler(in)",
                "Schüler(-innen)",
                "SchülerInnen",
                "Träger:innen",
                "Träger:in",
                "provider:Innen",
                "Schüler*innen-Café",
                "Bürger:innen/Anwohner*innen",
            })
    void is_one_word(String typed) {
        assertThat(QueryText.parse(typed)).isEqualTo(new Word(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            textBlock =
                    """
                    § 20a                   | 20a
                    3-6 Jahre               | 3-6 Jahre
                    3 – 6 Jahre             | 3 6 Jahre
                    kita –schule— x         | kita schule x
                    Büro- und Verwaltung    | Büro- und Verwaltung
                    kita -- schule          | kita schule
                    kita -, schule          | kita schule
                    kita -% schule          | kita schule
                    Familien(bildungs)-Haus | Familien bildungs Haus
                    "a"-b                   | "a" b
                    hilfe :-( kita          | hilfe kita
                    kita,schule;hort        | kita schule hort
                    Was hilft Schüler:innen? | Was hilft Schüler:innen
                    (Schüler(innen) kita)   | Schüler(innen) kita
                    -Schüler(innen)         | -Schüler(innen)
                    kita, -sport            | kita -sport
                    kita -sport             | kita -sport
                    kita (-sport)           | kita -sport
                    kita \u200B-sport\uFEFF | kita -sport
                    """)
    void hyphens_dashes_and_brackets(String typed, String understood) {
        assertThat(QueryText.print(QueryText.parse(typed))).isEqualTo(understood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schüler*", "Schüler*innen*", "Schüler*innenrat", "*innen", "*kita*", "Schü?er*innen"})
    void is_a_pattern(String typed) {
        assertThat(QueryText.parse(typed)).isEqualTo(new Pattern(typed));
    }

    @Test
    void what_would_be_a_gender_form_behind_a_field_is_printed_in_brackets() {
        Clause typed = QueryText.parse("traeger:(innen)");
        assertThat(typed).isEqualTo(new InField(Field.PROVIDER, new Word("innen")));
        assertThat(QueryText.print(typed)).isEqualTo("traeger:(innen)");
    }

    @Test
    void half_a_character_is_no_character() {
        assertThat(QueryText.parse("kita\uD83D \uDE00schule"))
                .isEqualTo(new And(List.of(new Word("kita"), new Word("schule"))));
    }

    @Test
    void no_words_ask_for_everything() {
        assertThat(QueryText.parse("  \u00a0 ")).isEqualTo(new Everything());
    }

    @Test
    void deep_nesting_neither_fails_nor_loses_the_words_around_it() {
        assertThat(QueryText.print(QueryText.parse("kita " + "(".repeat(500) + "x")))
                .startsWith("kita");
        assertThat(QueryText.print(QueryText.parse("-".repeat(900) + "x kita"))).contains("kita");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "-",
                "\"",
                "titel:",
                "titel:-",
                "-(",
                "NICHT ",
                "(x ODER ",
                "a:",
                "a,",
                "(in)",
                "*",
                "\uD83D"
            })
    void any_length_is_read(String piece) {
        Clause understood = QueryText.parse(piece.repeat(50_000));
        assertThat(QueryText.parse(QueryText.print(understood))).isEqualTo(understood);
    }

    /** Told with the seed of the text; a failure is repeated with it alone. */
    @Test
    void any_text_is_read_and_what_is_printed_reads_the_same() {
        String pieces = "abü ODER UND NICHT OR NOT AND oder \" „ “ ( ) - -- – : * ? ~ ~1 titel: ort: träger: foo: kita"
                + " \u00a0 \u200b . , ; / _ · *innen :innen (innen) (in) /-innen innen in 04109 1,5 3-6 § @ + # https://x.de/?a"
                + " \uD83D\uDE00 \uD83D \uDE00 \u05d1\u05e8 \u0308 \u0000 \\ ' ’ & |";
        List<String> alphabet = List.of(pieces.split(" "));
        for (long seed = 0; seed < 60_000; seed++) {
            String typed = new Random(seed)
                    .ints(1 + seed % 12, 0, alphabet.size())
                    .mapToObj(alphabet::get)
                    .collect(Collectors.joining(seed % 2 == 0 ? " " : ""));
            assertReadsAsPrinted(typed, seed);
        }
    }

    @Test
    void any_characters_are_read_and_what_is_printed_reads_the_same() {
        for (long seed = 0; seed < 20_000; seed++) {
            String typed = new Random(seed)
                    .ints(seed % 40, 0, 0x3000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertReadsAsPrinted(typed, seed);
        }
    }

    private static void assertReadsAsPrinted(String typed, long seed) {
        Clause understood = QueryText.parse(typed);
        assertThat(QueryText.parse(QueryText.print(understood)))
                .as("seed %d: %s", seed, typed)
                .isEqualTo(understood);
    }
}
