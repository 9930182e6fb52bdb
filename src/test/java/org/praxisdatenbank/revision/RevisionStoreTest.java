package org.praxisdatenbank.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.praxisdatenbank.index.Samples.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Authorship.MadeBy;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.revision.RevisionStore.Event;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.revision.RevisionStore.Listed;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

final class RevisionStoreTest {
    private static final PracticeId ID = new PracticeId("muster");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private TestDatabase database;
    private Jdbi jdbi;
    private PracticeStore practices;
    private RevisionStore revisions;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        practices = new PracticeStore(jdbi);
        revisions = new RevisionStore(jdbi);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Practice titled(String title) {
        return practice(ID.value()).titled(title).practice();
    }

    private void save(Authorship by, Practice... states) {
        List.of(states).forEach(state -> jdbi.useTransaction(db -> PracticeStore.save(db, List.of(state), by)));
    }

    private List<Listed> all() {
        return revisions.list(ID, Long.MAX_VALUE, 100);
    }

    private Kept kept(long number) {
        return revisions.find(ID, number).orElseThrow();
    }

    @Test
    void every_state_is_kept_word_for_word() {
        Practice full = RecordDifferenceTest.full(ID.value());
        save(Authorship.IMPORT, full, titled("Beta"), titled("Beta"), titled("Gamma"));
        assertThat(kept(1).practice()).isEqualTo(full);
        assertThat(kept(2).practice()).isEqualTo(titled("Beta"));
        assertThat(kept(3).practice()).isEqualTo(titled("Gamma"));
        assertThat(revisions.find(ID, 4)).isEmpty();
    }

    @Test
    void the_list_tells_what_happened_and_which_fields_changed_newest_first() {
        save(Authorship.BEGIN, titled("Alpha"));
        save(
                Authorship.IMPORT,
                practice(ID.value()).titled("Beta").by("Verein", null).practice());
        practices.withdraw(ID, TODAY, Authorship.COMMAND);
        save(Authorship.of(UUID.randomUUID(), "Wieder da"), titled("Beta"));
        assertThat(all())
                .extracting(
                        listed -> listed.revision().number(),
                        Listed::event,
                        listed -> listed.revision().isPublished(),
                        listed -> listed.revision().madeBy(),
                        Listed::changed)
                .containsExactly(
                        tuple(4L, Event.PUBLISHED_AGAIN, true, MadeBy.PERSON, List.of("provider")),
                        tuple(3L, Event.WITHDRAWN, false, MadeBy.COMMAND, List.of()),
                        tuple(2L, Event.CHANGED, true, MadeBy.IMPORT, List.of("title", "provider")),
                        tuple(1L, Event.FIRST, true, MadeBy.BEGIN, List.of()));
    }

    @Test
    void a_revision_was_made_when_the_practice_came_into_that_state() {
        save(Authorship.IMPORT, titled("Alpha"));
        StoredPractice stored = practices.get(ID);
        assertThat(kept(1).revision().made()).isEqualTo(stored.updated());
    }

    @Test
    void a_long_list_goes_on_below_a_number() {
        save(Authorship.IMPORT, titled("Alpha"), titled("Beta"), titled("Gamma"));
        assertThat(revisions.list(ID, 3, 1))
                .extracting(listed -> listed.revision().number())
                .containsExactly(2L);
        assertThat(revisions.list(ID, 1, 1)).isEmpty();
    }

    @Test
    void what_is_rolled_back_leaves_no_revision() {
        jdbi.useTransaction(db -> {
            PracticeStore.save(db, List.of(titled("Alpha")), Authorship.IMPORT);
            db.rollback();
        });
        assertThat(all()).isEmpty();
    }

    @Test
    void a_revision_is_restored_by_a_new_one() {
        save(Authorship.IMPORT, titled("Alpha"), titled("Beta"));
        assertThat(revisions.restore(ID, 1, Authorship.COMMAND.noting("zurück")))
                .isInstanceOfSatisfying(Restoration.Done.class, done -> assertThat(done.number())
                        .isEqualTo(3));
        assertThat(practices.get(ID).practice()).isEqualTo(titled("Alpha"));
        assertThat(kept(3).practice()).isEqualTo(kept(1).practice());
        assertThat(kept(2).practice()).isEqualTo(titled("Beta"));
    }

    @Test
    void what_already_is_so_is_not_restored() {
        save(Authorship.IMPORT, titled("Alpha"), titled("Beta"), titled("Alpha"));
        assertThat(revisions.restore(ID, 1, Authorship.COMMAND)).isEqualTo(new Restoration.Unchanged());
        assertThat(revisions.restore(ID, 9, Authorship.COMMAND)).isEqualTo(new Restoration.NotKept());
        assertThat(all()).hasSize(3);
    }

    @Test
    void a_withdrawn_practice_is_published_again_by_a_restoration() {
        save(Authorship.IMPORT, titled("Alpha"));
        practices.withdraw(ID, TODAY, Authorship.COMMAND);
        assertThat(revisions.restore(ID, 1, Authorship.COMMAND)).isInstanceOf(Restoration.Done.class);
        assertThat(practices.get(ID).version()).isEqualTo(3);
    }

    @Test
    void what_carries_terms_that_are_gone_is_refused_with_their_names() {
        TermId old = new TermId(Vocabulary.SETTING, "alte-lebenswelt");
        jdbi.useHandle(db -> db.execute("INSERT INTO term (vocabulary, id) VALUES ('setting', 'alte-lebenswelt')"));
        save(
                Authorship.IMPORT,
                practice(ID.value())
                        .with(Vocabulary.SETTING, "familie", old.value())
                        .practice(),
                titled("Beta"));
        jdbi.useHandle(db -> db.execute("DELETE FROM term WHERE id = 'alte-lebenswelt'"));
        assertThat(revisions.restore(ID, 1, Authorship.COMMAND)).isEqualTo(new Restoration.TermsGone(List.of(old)));
        assertThat(all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE revision SET record = jsonb_set(record, '{title}', '\"Anders\"')",
                "UPDATE revision SET note = 'anders'",
                "UPDATE revision SET account = gen_random_uuid()",
                "DELETE FROM revision",
                "DELETE FROM practice",
                "TRUNCATE revision",
                "TRUNCATE practice CASCADE"
            })
    void nobody_changes_or_removes_a_revision(String sql) {
        save(Authorship.of(UUID.randomUUID(), null), titled("Alpha"));
        assertThatExceptionOfType(JdbiException.class).isThrownBy(() -> jdbi.useHandle(db -> db.execute(sql)));
        assertThat(kept(1).practice()).isEqualTo(titled("Alpha"));
    }

    @Test
    void the_account_of_a_revision_can_be_erased() {
        save(Authorship.of(UUID.randomUUID(), "Tippfehler"), titled("Alpha"));
        jdbi.useHandle(db -> db.execute("UPDATE revision SET account = NULL"));
        String kept = jdbi.withHandle(db -> db.select("SELECT note FROM revision WHERE account IS NULL")
                .mapTo(String.class)
                .one());
        assertThat(kept).isEqualTo("Tippfehler");
    }

    @Test
    void no_version_can_come_without_its_revision() {
        save(Authorship.IMPORT, titled("Alpha"));
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() ->
                        jdbi.useHandle(db -> db.execute("UPDATE practice SET title = 'Anders', version = version + 1")))
                .withMessageContaining("has no revision");
        assertThat(practices.get(ID).practice()).isEqualTo(titled("Alpha"));
    }
}
