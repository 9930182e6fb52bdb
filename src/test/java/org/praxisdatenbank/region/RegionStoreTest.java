package org.praxisdatenbank.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.vocabulary.VocabularyStore;

final class RegionStoreTest {
    private static final TermId BAVARIA = new TermId(Vocabulary.STATE, "DE-BY");
    private static TestDatabase database;
    private static Regions regions;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        regions = new RegionStore(database.database().jdbi()).load();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_state_has_an_office() {
        List<State> states =
                new VocabularyStore(database.database().jdbi()).load().states();
        assertThat(regions.offices())
                .extracting(Office::state)
                .containsExactlyInAnyOrderElementsOf(
                        states.stream().map(state -> state.term().id()).toList());
    }

    @Test
    void an_office_is_read_with_its_source() {
        assertThat(regions.office(new TermId(Vocabulary.STATE, "DE-RP")))
                .contains(new Office(
                        new TermId(Vocabulary.STATE, "DE-RP"),
                        "Landeszentrale für Gesundheitsförderung in Rheinland-Pfalz e. V. (LZG)",
                        "Mainz",
                        2006,
                        "https://www.gesundheitliche-chancengleichheit.de/rheinland-pfalz",
                        "https://www.lzg-rlp.de/de/koordinierungsstelle-gesundheitliche-chancengleichheit.html"));
    }

    @Test
    void a_municipality_is_read_with_its_focus_topics() {
        assertThat(regions.municipalities(BAVARIA))
                .contains(new Municipality(
                        "Augsburg",
                        Municipality.Kind.CITY,
                        BAVARIA,
                        2012,
                        List.of("Gesundheitsförderung für Kinder und Jugendliche", "Netzwerk Frühe Hilfen")));
    }

    @Test
    void all_municipalities_are_those_of_the_states_together() {
        assertThat(regions.municipalities())
                .containsAll(regions.municipalities(BAVARIA))
                .hasSizeGreaterThan(regions.municipalities(BAVARIA).size());
    }

    @Test
    void every_kind_in_the_database_has_a_name() {
        assertThat(regions.municipalities()).extracting(Municipality::kind).doesNotContain(Municipality.Kind.OTHER);
    }
}
