package org.praxisdatenbank.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.QueryString;

final class AnswerFormTest {

    private static Submission read(String body) {
        return AnswerForm.read(QueryString.parse(body), Criteria.ALL, Criteria.GERMAN);
    }

    @Test
    void fields_that_are_missing_are_open_questions() {
        assertThat(read("")).isEqualTo(new Submission(SelfCheck.blank(Criteria.ALL), java.util.List.of()));
    }

    @Test
    void a_form_becomes_answers() {
        Submission sent =
                read("name=+Kita%0D%0Abewegt+&stage.partizipation=2&evidence.partizipation=Beirat%0D%0A%00Umfrage+"
                        + "&stage.konzeption=not_begun&anything=else");
        assertThat(sent.faults()).isEmpty();
        assertThat(sent.check())
                .isEqualTo(new SelfCheck(
                        "Kita bewegt",
                        java.util.List.of(
                                new Answer(Criteria.PARTICIPATION, new Stage.Reached(2), "Beirat\nUmfrage"),
                                new Answer(Criteria.CONCEPT, new Stage.NotBegun(), ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            stage.partizipation=4     | stage-partizipation-not_begun | Partizipation: Wählen Sie eine der Antworten aus.
            stage.konzeption=6        | stage-konzeption-not_begun    | Konzeption: Wählen Sie eine der Antworten aus.
            stage.konzeption=<b>      | stage-konzeption-not_begun    | Konzeption: Wählen Sie eine der Antworten aus.
            """)
    void a_stage_that_the_criterion_does_not_have_is_a_fault(String body, String field, String text) {
        assertThat(read(body).faults()).containsExactly(new Fault(field, text));
    }

    @ParameterizedTest
    @CsvSource({"name, 200, name", "evidence.konzeption, 2000, evidence-konzeption"})
    void a_text_that_is_too_long_is_a_fault_and_is_kept_whole(String name, int longest, String field) {
        String fits = "ä".repeat(longest);
        assertThat(read(name + "=" + fits).faults()).isEmpty();
        Submission sent = read(name + "=" + fits + "x");
        assertThat(sent.faults()).extracting(Fault::field).containsExactly(field);
        assertThat(sent.faults().getFirst().text()).contains("höchstens").contains("hat");
        assertThat(sent.check().name() + sent.check().answers().getLast().evidence())
                .isEqualTo(fits + "x");
    }

    @Test
    void line_ends_count_once_as_people_see_them() {
        assertThat(read("evidence.konzeption=" + "a%0D%0A".repeat(999) + "bc").faults())
                .isEmpty();
    }
}
