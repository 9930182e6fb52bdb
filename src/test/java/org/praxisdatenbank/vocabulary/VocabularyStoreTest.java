package org.praxisdatenbank.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VocabularyStoreTest {
    private final TestDatabase database = TestDatabase.create();
    private final Vocabularies vocabularies =
            new VocabularyStore(database.database().jdbi()).load();

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_criteria_stand_in_the_order_of_2021() {
        assertThat(vocabularies.criteria())
                .extracting(criterion -> criterion.term().id().value())
                .containsExactly(
                        "zielgruppenbezug",
                        "konzeption",
                        "setting-ansatz",
                        "empowerment",
                        "partizipation",
                        "niedrigschwellige-arbeitsweise",
                        "multiplikatorenkonzept",
                        "nachhaltigkeit",
                        "integriertes-handeln",
                        "qualitaetsmanagement",
                        "dokumentation-und-evaluation",
                        "belege-fuer-wirkungen-und-kosten");
    }

    @Test
    void every_criterion_has_its_label_and_place_of_2015() {
        assertThat(vocabularies.criteria())
                .extracting(criterion ->
                        criterion.term().inEdition("2015").orElseThrow().position())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void three_criteria_are_basic() {
        assertThat(vocabularies.criteria().stream().filter(Criterion::isBasic))
                .extracting(criterion -> criterion.term().id().value())
                .containsExactly("zielgruppenbezug", "konzeption", "setting-ansatz");
    }

    @Test
    void the_ladder_of_participation_has_five_levels_of_which_one_has_no_title() {
        Criterion participation = vocabularies.criteria().stream()
                .filter(criterion -> criterion.term().id().value().equals("partizipation"))
                .findFirst()
                .orElseThrow();
        assertThat(participation.levels())
                .extracting(Criterion.Level::title)
                .containsExactly("Information", null, "Einbeziehung", "Mitbestimmung", "Entscheidungskompetenz");
    }

    @Test
    void there_are_sixteen_states_each_with_a_page() {
        assertThat(vocabularies.states()).hasSize(16).extracting(State::path).contains("bayern", "thueringen");
    }

    @Test
    void no_list_is_empty() {
        assertThat(Arrays.stream(Vocabulary.values()).map(list -> vocabularies.terms(list)))
                .noneMatch(List::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({
        "STATE, DE-BE, DE-BE",
        "STATE, BE, DE-BE",
        "STATE, be, DE-BE",
        "STATE, Baden-Wuerttemberg, DE-BW",
        "TOPIC, erwerbslose, arbeitslose",
        "CRITERION, kosten-wirksamkeits-verhaeltnis, belege-fuer-wirkungen-und-kosten"
    })
    void a_term_is_found_by_its_name_and_by_its_aliases(Vocabulary list, String name, String id) {
        assertThat(vocabularies.named(list, name).map(Term::id)).contains(new TermId(list, id));
    }

    @Test
    void every_state_has_a_short_and_a_long_alias() {
        for (State state : vocabularies.states()) {
            String code = state.term().id().value().substring(3);
            assertThat(vocabularies.named(Vocabulary.STATE, code)).contains(state.term());
            assertThat(vocabularies.named(Vocabulary.STATE, state.path())).contains(state.term());
        }
    }

    @Test
    void no_alias_is_a_term_itself() {
        assertThat(vocabularies.find(Vocabulary.STATE, "be")).isEmpty();
        assertThat(vocabularies.named(Vocabulary.TOPIC, "be")).isEmpty();
        assertThat(vocabularies.named(Vocabulary.TOPIC, " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO term_alias (vocabulary, alias, term) VALUES ('topic', 'quartier', 'aeltere')",
                "INSERT INTO term_alias (vocabulary, alias, term) VALUES ('state', 'de-be', 'DE-BY')",
                "INSERT INTO term_alias (vocabulary, alias, term) VALUES ('topic', 'Kiez', 'quartier')",
                "INSERT INTO term_alias (vocabulary, alias, term) VALUES ('topic', 'kiez', 'no-such-term')",
                "INSERT INTO term_alias (vocabulary, alias, term) VALUES ('topic', 'erwerbslose', 'quartier')",
                "INSERT INTO term (vocabulary, id) VALUES ('state', 'BY')"
            })
    void a_name_stands_for_one_term_only(String statement) {
        assertThatThrownBy(() -> database.database().jdbi().useHandle(db -> db.execute(statement)))
                .hasMessageContaining("term");
    }

    @Test
    void a_slip_and_a_label_lead_to_the_id() {
        assertThat(vocabularies.nearest(Vocabulary.STATE, "bayern").map(Term::id))
                .contains(new TermId(Vocabulary.STATE, "DE-BY"));
        assertThat(vocabularies.nearest(Vocabulary.FIELD, "bewegugn").map(Term::id))
                .contains(new TermId(Vocabulary.FIELD, "bewegung"));
    }
}
