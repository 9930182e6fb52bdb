package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                    """)
    void text_is_understood_as(String typed, String understood) {
        assertThat(QueryText.print(QueryText.parse(typed))).isEqualTo(understood == null ? "" : understood);
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

    @Test
    void any_text_is_read_and_what_is_printed_reads_the_same() {
        String pieces = "abü ODER UND NICHT OR NOT AND \" „ “ ( ) - : * ? ~ titel: ort: kita \u00a0 . ,";
        List<String> alphabet = List.of(pieces.split(" "));
        for (long seed = 0; seed < 20_000; seed++) {
            String typed = new Random(seed)
                    .ints(1 + seed % 12, 0, alphabet.size())
                    .mapToObj(alphabet::get)
                    .collect(Collectors.joining(seed % 2 == 0 ? " " : ""));
            Clause understood = QueryText.parse(typed);
            assertThat(QueryText.parse(QueryText.print(understood)))
                    .as("seed %d: %s", seed, typed)
                    .isEqualTo(understood);
        }
    }
}
