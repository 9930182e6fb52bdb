package org.praxisdatenbank.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.web.Typed;

final class AnswerFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String HEAD = "{\"format\":\"praxisdatenbank-selfcheck\",\"version\":1,";

    private static Submission read(String file) {
        return new AnswerFileReader(Criteria.ALL, Criteria.GERMAN).read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void what_was_written_is_read_again(@ForAll("checks") SelfCheck check) {
        Submission read = new AnswerFileReader(Criteria.ALL, Criteria.GERMAN).read(AnswerFile.write(check, DAY));
        assertThat(read).isEqualTo(new Submission(check, List.of()));
    }

    @Provide
    Arbitrary<SelfCheck> checks() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMaxLength(60)
                .withChars("aäß\"\\<&>\n\t –„“\u2028")
                .map(Typed::clean);
        Arbitrary<Stage> stage = Arbitraries.of("", "not_begun", "1", "2", "3", "not_applicable")
                .map(code -> Stage.of(code, 3).orElseThrow());
        return Combinators.combine(text, stage, stage, text, text)
                .as((name, first, second, one, other) -> new SelfCheck(
                        name.replace('\n', ' '),
                        List.of(
                                new Answer(Criteria.PARTICIPATION, first, one),
                                new Answer(Criteria.CONCEPT, second, other))));
    }

    @Test
    void a_file_is_plain_to_read() {
        SelfCheck check = new SelfCheck(
                "Kita",
                List.of(
                        new Answer(Criteria.PARTICIPATION, new Stage.Reached(2), "Beirat"),
                        Answer.open(Criteria.CONCEPT)));
        assertThat(new String(AnswerFile.write(check, DAY), StandardCharsets.UTF_8))
                .isEqualToNormalizingWhitespace(
                        """
                        {
                          "format" : "praxisdatenbank-selfcheck",
                          "version" : 1,
                          "saved" : "2026-11-22",
                          "name" : "Kita",
                          "answers" : [ {
                            "id" : "partizipation",
                            "answer" : "level",
                            "level" : 2,
                            "evidence" : "Beirat"
                          } ]
                        }
                        """);
    }

    /** HEAD stands for format and version. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                                    | Wählen Sie eine Datei aus.
            no json                                               | kein lesbares JSON (Fehler in Zeile 1)
            {"format":"x","format":"x"}                           | kein lesbares JSON
            [[[[[[[[[[[[[[[[[[[[                                  | kein lesbares JSON
            []                                                    | stammt nicht aus dem Selbstcheck
            {"id":"eltern-ag"}                                    | stammt nicht aus dem Selbstcheck
            {"format":"praxisdatenbank-selfcheck","version":2}    | hat die Version „2“. Gelesen werden kann nur Version 1
            {"format":"praxisdatenbank-selfcheck"}                | hat die Version „“
            HEAD"answers":[]} x                                   | kein lesbares JSON
            HEAD"answers":[],"more":1}                            | Das Feld „more“ ist in dieser Datei nicht vorgesehen
            HEAD"answers":{}}                                     | fehlt die Liste „answers“
            HEAD"answers":[1]}                                    | fehlt die Liste „answers“
            HEAD"answers":[],"name":7}                            | name muss ein Text mit höchstens 200 Zeichen sein
            HEAD"answers":[{"id":"x","answer":"open"}]}           | answers[0].id ist kein Kriterium, das es hier gibt: „x“
            HEAD"answers":[{"answer":"open"}]}                    | answers[0].id ist kein Kriterium
            HEAD"answers":[{"id":"konzeption","answer":"open"},{"id":"konzeption","answer":"open"}]} | konzeption kommt in dieser Datei zweimal vor
            HEAD"answers":[{"id":"konzeption","answer":"yes"}]}   | answers[0].answer ist keine gültige Antwort: „yes“
            HEAD"answers":[{"id":"konzeption"}]}                  | answers[0].answer ist keine gültige Antwort
            HEAD"answers":[{"id":"konzeption","answer":"open","note":""}]}        | Das Feld „answers[0].note“
            HEAD"answers":[{"id":"partizipation","answer":"level","level":4}]}    | answers[0].level muss eine Zahl von 1 bis 3 sein
            HEAD"answers":[{"id":"partizipation","answer":"level","level":0}]}    | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"partizipation","answer":"level","level":1.5}]}  | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"partizipation","answer":"level","level":"1"}]}  | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"partizipation","answer":"level","level":99999999999}]} | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"partizipation","answer":"level"}]}              | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"partizipation","answer":"open","level":1}]}     | answers[0].level muss eine Zahl
            HEAD"answers":[{"id":"konzeption","answer":"open","evidence":["a"]}]} | answers[0].evidence muss ein Text mit höchstens 2.000 Zeichen sein
            """)
    void a_file_that_says_anything_else_is_refused(String file, String reason) {
        Submission read = read(file.replace("HEAD", HEAD));
        assertThat(read.check()).isEqualTo(SelfCheck.blank(Criteria.ALL));
        assertThat(read.faults()).hasSize(1).first().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("file");
            assertThat(fault.text()).contains(reason);
        });
    }

    @Test
    void evidence_that_is_too_long_is_refused() {
        String file = HEAD + "\"answers\":[{\"id\":\"konzeption\",\"answer\":\"open\",\"evidence\":\""
                + "a".repeat(2_001) + "\"}]}";
        assertThat(read(file).faults()).hasSize(1);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xc3};
        assertThat(new AnswerFileReader(Criteria.ALL, Criteria.GERMAN)
                        .read(picture)
                        .faults())
                .hasSize(1);
    }

    @Test
    void what_another_program_has_put_before_the_text_does_not_matter() {
        assertThat(read("\uFEFF" + HEAD + "\"answers\":[]}").faults()).isEmpty();
    }
}
