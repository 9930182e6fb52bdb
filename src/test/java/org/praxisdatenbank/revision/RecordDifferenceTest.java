package org.praxisdatenbank.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.revision.Fragment.Kind;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frames;

final class RecordDifferenceTest {
    private static final TermId PARTICIPATION = new TermId(Vocabulary.CRITERION, "partizipation");

    /** With every field that there is. */
    static Practice full(String id) {
        return new Practice(
                new PracticeId(id),
                new Wording("Titel", "Kurz.", "Lang."),
                new Carrier("Verein", "Berlin", "12345"),
                new Classification(
                        new TermId(Vocabulary.TYPE, "project"),
                        List.of(
                                new TermId(Vocabulary.STATE, "DE-BE"),
                                new TermId(Vocabulary.TOPIC, "quartier"),
                                new TermId(Vocabulary.FIELD, "bewegung"),
                                new TermId(Vocabulary.TARGET_GROUP, "familien"),
                                new TermId(Vocabulary.SETTING, "familie")),
                        List.of(new Fulfilment(PARTICIPATION, 2, "Ein Beirat.")),
                        new GoodPractice(true, 2005, new ExampleText("Warum.", null, List.of(), null, null))),
                new Period(PartialDate.of("2000").orElseThrow(), new Period.End.Open()),
                new Provenance(
                        "https://example.org/",
                        "https://example.org/a",
                        new TermId(Vocabulary.ORIGIN, "praxisdatenbank"),
                        LocalDate.of(2025, 3, 1)));
    }

    private static Practice with(Classification classification) {
        Practice full = full("muster");
        return new Practice(
                full.id(), full.wording(), full.carrier(), classification, full.period(), full.provenance());
    }

    private static Practice fulfilling(Fulfilment... criteria) {
        Classification old = full("muster").classification();
        return with(new Classification(old.type(), old.terms(), List.of(criteria), old.goodPractice()));
    }

    private static List<FieldChange> since(Practice before, Practice after) {
        return RecordDifference.between(before, after);
    }

    @Test
    void every_field_of_the_record_is_known_in_its_order_and_has_a_name() throws Exception {
        List<String> fields = new ArrayList<>();
        new ObjectMapper()
                .readTree(PracticeJson.bytes(full("muster")))
                .fieldNames()
                .forEachRemaining(fields::add);
        fields.remove("id");
        assertThat(RecordFields.ALL).isEqualTo(fields);
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            ChangeWords words = new ChangeWords(Frames.frame(language, "/"), Samples.VOCABULARIES);
            assertThat(fields)
                    .allSatisfy(field -> assertThat(words.field(field)).isNotEqualTo(field));
        }
    }

    @Test
    void from_nothing_but_what_is_required_to_everything_all_fields_change() {
        assertThat(since(practice("muster").type("network").practice(), full("muster")))
                .extracting(change -> change.field().replaceFirst("\\..*", ""))
                .containsExactly(RecordFields.ALL.stream()
                        .filter(field -> !field.equals("age_groups"))
                        .toArray(String[]::new));
    }

    @Test
    void equal_states_have_no_changes() {
        assertThat(since(full("muster"), full("muster"))).isEmpty();
    }

    @Test
    void single_values_are_told_before_and_after() {
        Practice full = full("muster");
        Practice moved = new Practice(
                full.id(),
                full.wording(),
                new Carrier("Verein", "Hamburg", null),
                full.classification(),
                full.period(),
                full.provenance());
        assertThat(since(full, moved))
                .containsExactly(
                        new FieldChange.OfValue("place", "Berlin", "Hamburg"),
                        new FieldChange.OfValue("postal_code", "12345", null));
    }

    @Test
    void words_of_texts_are_marked() {
        Practice before = practice("muster").titled("Rote Rosen").practice();
        Practice after = practice("muster").titled("Rote Nelken").practice();
        assertThat(since(before, after))
                .containsExactly(new FieldChange.OfText(
                        "title",
                        List.of(
                                new Fragment("Rote ", Kind.SAME),
                                new Fragment("Rosen", Kind.REMOVED),
                                new Fragment("Nelken", Kind.ADDED))));
    }

    @Test
    void of_lists_it_is_told_what_came_and_went() {
        Practice before =
                practice("muster").with(Vocabulary.STATE, "DE-BE", "DE-BY").practice();
        Practice after =
                practice("muster").with(Vocabulary.STATE, "DE-BY", "DE-TH").practice();
        assertThat(since(before, after))
                .containsExactly(new FieldChange.OfList("states", List.of("DE-BE"), List.of("DE-TH")));
    }

    @Test
    void another_order_is_a_change_without_values() {
        Practice before =
                practice("muster").with(Vocabulary.STATE, "DE-BE", "DE-BY").practice();
        Practice after =
                practice("muster").with(Vocabulary.STATE, "DE-BY", "DE-BE").practice();
        assertThat(since(before, after)).containsExactly(new FieldChange.OfList("states", List.of(), List.of()));
    }

    @Test
    void of_the_description_of_an_example_each_text_is_told() {
        Practice before = practice("muster").example("Warum", "Alle").practice();
        Practice after = practice("muster").example("Warum", "Viele").practice();
        assertThat(since(before, after))
                .containsExactly(new FieldChange.OfText(
                        "good_practice_description.empowerment",
                        List.of(new Fragment("Alle", Kind.REMOVED), new Fragment("Viele", Kind.ADDED))));
        assertThat(since(practice("muster").goodPractice(true).practice(), before))
                .extracting(FieldChange::field)
                .contains("good_practice_description.background", "good_practice_description.literature");
    }

    @Test
    void of_criteria_level_and_reason_are_told() {
        Fulfilment old = new Fulfilment(PARTICIPATION, 2, "Ein Beirat.");
        Fulfilment now = new Fulfilment(PARTICIPATION, 3, "Ein Rat.");
        Fulfilment other = new Fulfilment(new TermId(Vocabulary.CRITERION, "empowerment"), null, null);
        assertThat(since(fulfilling(old), fulfilling(now, other)))
                .containsExactly(
                        new FieldChange.OfCriterion(
                                "partizipation",
                                old,
                                now,
                                List.of(
                                        new Fragment("Ein ", Kind.SAME),
                                        new Fragment("Beirat", Kind.REMOVED),
                                        new Fragment("Rat", Kind.ADDED),
                                        new Fragment(".", Kind.SAME))),
                        new FieldChange.OfCriterion("empowerment", null, other, List.of()));
        assertThat(since(fulfilling(old, other), fulfilling(other, old)))
                .containsExactly(new FieldChange.OfList("criteria", List.of(), List.of()));
    }
}
