package org.praxisdatenbank.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

final class PracticeStoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private TestDatabase database;
    private Jdbi jdbi;
    private PracticeStore store;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        store = new PracticeStore(jdbi);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** With every field that there is. */
    private static Practice full(String id) {
        return new Practice(
                new PracticeId(id),
                new Wording("Titel", "Kurz", "Erster Absatz.\n\nZweiter 😀."),
                new Carrier("Verein e. V.", "Flensburg", "01067"),
                new Classification(
                        new TermId(Vocabulary.TYPE, "project"),
                        List.of(
                                new TermId(Vocabulary.STATE, "DE-SH"),
                                new TermId(Vocabulary.STATE, "DE-BY"),
                                new TermId(Vocabulary.TOPIC, "quartier"),
                                new TermId(Vocabulary.FIELD, "vernetzung"),
                                new TermId(Vocabulary.FIELD, "bewegung"),
                                new TermId(Vocabulary.FIELD, "ernaehrung")),
                        List.of(
                                new Fulfilment(new TermId(Vocabulary.CRITERION, "partizipation"), 4, "weil"),
                                new Fulfilment(new TermId(Vocabulary.CRITERION, "konzeption"), null, null)),
                        new GoodPractice(true, 2005)),
                new Period(PartialDate.of("2000").orElseThrow(), new Period.End.Open()),
                new Provenance(
                        "https://example.org/",
                        "https://example.org/a",
                        new TermId(Vocabulary.ORIGIN, "praxisdatenbank"),
                        LocalDate.of(2025, 3, 1)));
    }

    /** With nothing but what is required. */
    private static Practice bare(String id) {
        return new Practice(
                new PracticeId(id),
                new Wording("Titel", "Kurz", null),
                new Carrier(null, null, null),
                new Classification(
                        new TermId(Vocabulary.TYPE, "network"), List.of(), List.of(), GoodPractice.NOT_STATED),
                Period.UNKNOWN,
                Provenance.NOT_STATED);
    }

    private static Practice titled(String id, String title) {
        Practice bare = bare(id);
        return new Practice(
                bare.id(),
                new Wording(title, "Kurz", null),
                bare.carrier(),
                bare.classification(),
                bare.period(),
                bare.provenance());
    }

    private Saved save(Practice... practices) {
        return jdbi.inTransaction(db -> PracticeStore.save(db, List.of(practices), Authorship.COMMAND));
    }

    private List<String> changes() {
        return jdbi.withHandle(db -> db.select("SELECT practice || ' ' || version FROM change_log ORDER BY position")
                .mapTo(String.class)
                .list());
    }

    @Test
    void what_is_saved_is_read_back_word_for_word_and_in_the_order_of_its_lists() {
        save(full("full"), bare("bare"));
        assertThat(store.get(new PracticeId("full")).practice()).isEqualTo(full("full"));
        assertThat(store.get(new PracticeId("bare")).practice()).isEqualTo(bare("bare"));
    }

    @Test
    void an_end_is_read_back_as_precisely_as_it_was_given() {
        Practice bare = bare("ended");
        Practice ended = new Practice(
                bare.id(),
                bare.wording(),
                bare.carrier(),
                bare.classification(),
                new Period(null, new Period.End.On(PartialDate.of("2007-09").orElseThrow())),
                bare.provenance());
        save(ended);
        assertThat(store.get(ended.id()).practice()).isEqualTo(ended);
    }

    @Test
    void new_changed_and_unchanged_ones_are_counted() {
        assertThat(save(full("one"), bare("two"))).isEqualTo(new Saved(2, 0, 0));
        assertThat(save(full("one"), titled("two", "Neu"), bare("three"))).isEqualTo(new Saved(1, 1, 1));
    }

    @Test
    void a_change_raises_the_version_and_an_unchanged_one_does_not() {
        save(full("one"), bare("two"));
        save(full("one"), titled("two", "Neu"));
        assertThat(store.get(new PracticeId("one")).version()).isEqualTo(1);
        assertThat(store.get(new PracticeId("two")).version()).isEqualTo(2);
    }

    @Test
    void a_change_moves_the_time_of_the_update_alone() {
        save(bare("one"));
        Instant created = store.get(new PracticeId("one")).created();
        save(titled("one", "Neu"));
        StoredPractice changed = store.get(new PracticeId("one"));
        assertThat(changed.created()).isEqualTo(created);
        assertThat(changed.updated()).isAfter(created);
    }

    @Test
    void every_change_has_its_row_in_the_log() {
        save(full("one"), bare("two"));
        save(full("one"), titled("two", "Neu"));
        store.withdraw(new PracticeId("one"), TODAY, Authorship.COMMAND);
        assertThat(changes()).containsExactlyInAnyOrder("one 1", "two 1", "two 2", "one 2");
    }

    @Test
    void what_is_rolled_back_leaves_neither_a_practice_nor_a_row_in_the_log() {
        jdbi.useTransaction(db -> {
            PracticeStore.save(db, List.of(full("one")), Authorship.COMMAND);
            db.rollback();
        });
        assertThat(store.countPublished()).isZero();
        assertThat(changes()).isEmpty();
    }

    @Test
    void a_shorter_list_takes_the_place_of_a_longer_one() {
        save(full("one"));
        save(bare("one"));
        assertThat(store.get(new PracticeId("one")).practice()).isEqualTo(bare("one"));
    }

    @Test
    void a_withdrawn_practice_is_gone_and_an_unknown_one_not_found() {
        save(bare("one"));
        assertThat(store.withdraw(new PracticeId("one"), TODAY, Authorship.COMMAND))
                .isTrue();
        assertThat(store.withdraw(new PracticeId("one"), TODAY, Authorship.COMMAND))
                .isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> store.get(new PracticeId("one")))
                .returns(new Problem.Gone("practice", "one", TODAY), ProblemException::problem);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> store.get(new PracticeId("none")))
                .returns(new Problem.NotFound("practice", "none"), ProblemException::problem);
    }

    @Test
    void a_withdrawn_practice_is_published_again_when_it_is_saved() {
        save(bare("one"));
        store.withdraw(new PracticeId("one"), TODAY, Authorship.COMMAND);
        assertThat(save(bare("one"))).isEqualTo(new Saved(0, 1, 0));
        assertThat(store.get(new PracticeId("one")).version()).isEqualTo(3);
    }

    @Test
    void two_practices_share_one_provider() {
        save(full("one"), full("two"));
        List<String> names = jdbi.withHandle(
                db -> db.select("SELECT name FROM provider").mapTo(String.class).list());
        assertThat(names).containsExactly("Verein e. V.");
    }

    @Test
    void all_published_ones_come_in_the_order_of_their_ids() {
        save(bare("b-2"), bare("b10"), bare("aaa"), bare("gone"));
        store.withdraw(new PracticeId("gone"), TODAY, Authorship.COMMAND);
        List<String> ids = new ArrayList<>();
        jdbi.useTransaction(db ->
                PracticeStore.forEachPublished(db, stored -> ids.add(stored.id().value())));
        assertThat(ids).containsExactly("aaa", "b-2", "b10");
        assertThat(store.countPublished()).isEqualTo(3);
    }

    @Test
    void without_a_transaction_there_is_no_cursor() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> jdbi.useHandle(db -> PracticeStore.forEachPublished(db, stored -> {})));
    }

    @Test
    void only_named_and_published_practices_are_found() {
        save(bare("one"), bare("two"), bare("three"));
        store.withdraw(new PracticeId("two"), TODAY, Authorship.COMMAND);
        assertThat(store.find(List.of(new PracticeId("one"), new PracticeId("two"), new PracticeId("none"))))
                .extracting(StoredPractice::id)
                .containsExactly(new PracticeId("one"));
    }
}
