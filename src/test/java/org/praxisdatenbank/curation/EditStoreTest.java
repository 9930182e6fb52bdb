package org.praxisdatenbank.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.curation.AssignStore.Assignment;
import org.praxisdatenbank.curation.EditStore.Hand;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.revision.Restoration;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.transfer.UndoStore;
import org.praxisdatenbank.transfer.Undoing;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** What edits leave in the database, and what a process that has read the lists before learns of it. */
@SuppressWarnings("NullAway.Init")
final class EditStoreTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final TermId KITA = new TermId(Vocabulary.SETTING, "kita");
    private static final TermId SCHULE = new TermId(Vocabulary.SETTING, "schule");

    private TestDatabase database;
    private EditStore edits;
    private Vocabularies lists;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        edits = new EditStore(jdbi());
        lists = new VocabularyStore(jdbi()).load();
        save(
                practice("nur-kita").with(Vocabulary.SETTING, "kita"),
                practice("beide").with(Vocabulary.SETTING, "familie", "schule", "kita"),
                practice("nur-schule").with(Vocabulary.SETTING, "schule"),
                practice("zurueckgezogen").with(Vocabulary.SETTING, "kita"));
        new PracticeStore(jdbi()).withdraw(new PracticeId("zurueckgezogen"), TODAY, Authorship.COMMAND);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Jdbi jdbi() {
        return database.database().jdbi();
    }

    private void save(Samples... practices) {
        jdbi().useTransaction(db -> PracticeStore.save(
                db, List.of(practices).stream().map(Samples::practice).toList(), Authorship.COMMAND));
    }

    private Hand hand(long seen) {
        return new Hand(seen, Authorship.of(ACCOUNT, null), Doer.COMMAND, TODAY);
    }

    private Outcome apply(Edit edit) {
        Outcome outcome = edits.apply(edit, hand(edits.version(edit.list())));
        lists.refresh();
        return outcome;
    }

    private List<String> settings(String practice) {
        StoredPractice stored = new PracticeStore(jdbi()).get(new PracticeId(practice));
        return stored.practice().classification().terms(Vocabulary.SETTING).stream()
                .map(TermId::value)
                .toList();
    }

    private long version(String practice) {
        return count("SELECT version FROM practice WHERE id = '" + practice + "'");
    }

    private long count(String sql) {
        return jdbi().withHandle(db -> db.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> ids(Vocabulary list) {
        return lists.terms(list).stream().map(term -> term.id().value()).toList();
    }

    @Test
    void a_new_term_stands_behind_the_one_that_was_named() {
        TermId term = new TermId(Vocabulary.SETTING, "gesunde-kommune");

        apply(new Edit.Add(term, new Label("Gesunde Kommune", "Healthy municipality"), "familie"));

        assertThat(ids(Vocabulary.SETTING)).startsWith("familie", "gesunde-kommune", "kita", "schule");
        assertThat(lists.called(Vocabulary.SETTING, "healthy municipality"))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(term));
    }

    @Test
    void a_new_term_stands_first_where_none_was_named() {
        apply(new Edit.Add(new TermId(Vocabulary.SETTING, "hof"), new Label("Hof", "Farm"), ""));

        assertThat(ids(Vocabulary.SETTING)).startsWith("hof", "familie");
    }

    @Test
    void a_term_moves_behind_another_one_or_to_the_front_and_practices_stay_as_they_are() {
        List<String> others = ids(Vocabulary.SETTING).stream()
                .filter(id -> !id.equals("kita"))
                .toList();
        long before = count("SELECT count(*) FROM change_log");

        for (String after : List.of("", others.getFirst(), others.get(5), others.getLast(), others.get(2), "")) {
            apply(new Edit.Move(KITA, after));

            List<String> expected = new ArrayList<>(others);
            expected.add(others.indexOf(after) + 1, "kita");
            assertThat(ids(Vocabulary.SETTING)).as(after).isEqualTo(expected);
            assertThat(lists.terms(Vocabulary.SETTING))
                    .extracting(term -> term.position())
                    .isEqualTo(IntStream.rangeClosed(1, expected.size()).boxed().toList());
        }
        assertThat(count("SELECT count(*) FROM change_log")).isEqualTo(before);
    }

    @Test
    void another_label_is_written_into_the_log_for_all_that_carry_the_term_and_changes_none_of_them() {
        long before = count("SELECT count(*) FROM change_log");

        Outcome outcome = apply(new Edit.Rename(KITA, "kita", new Label("Krippe", "Nursery")));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.transaction())
                .isPresent());
        assertThat(count("SELECT count(*) FROM change_log") - before).isEqualTo(3);
        assertThat(version("nur-kita")).isEqualTo(1);
        assertThat(lists.label(KITA, Locale.GERMAN)).isEqualTo("Krippe");
    }

    @Test
    void a_former_label_leads_to_the_term() {
        String former = lists.label(KITA, Locale.GERMAN);

        apply(new Edit.Rename(KITA, "kita", new Label("Krippe", "Nursery")));

        assertThat(lists.called(Vocabulary.SETTING, former))
                .map(term -> term.id())
                .contains(KITA);
    }

    @Test
    void another_id_takes_the_place_of_the_old_one_which_becomes_its_alias() {
        TermId krippe = new TermId(Vocabulary.SETTING, "krippe");
        int place = ids(Vocabulary.SETTING).indexOf("kita");

        apply(new Edit.Rename(KITA, "krippe", new Label("Krippe", "Nursery")));

        assertThat(ids(Vocabulary.SETTING).indexOf("krippe")).isEqualTo(place);
        assertThat(lists.aliases(krippe)).containsExactly("kita");
        assertThat(settings("beide")).containsExactly("familie", "schule", "krippe");
    }

    @Test
    void an_id_can_go_back_to_what_it_was() {
        apply(new Edit.Rename(KITA, "krippe", new Label("Krippe", "Nursery")));
        apply(new Edit.Rename(new TermId(Vocabulary.SETTING, "krippe"), "kita", new Label("Kita", "Day-care centre")));

        assertThat(lists.aliases(KITA)).containsExactly("krippe");
        assertThat(settings("nur-kita")).containsExactly("kita");
    }

    @Test
    void merged_each_practice_has_the_other_term_once_and_in_its_place() {
        apply(new Edit.Merge(KITA, SCHULE));

        assertThat(Map.of(
                        "nur-kita", settings("nur-kita"),
                        "beide", settings("beide"),
                        "nur-schule", settings("nur-schule")))
                .isEqualTo(Map.of(
                        "nur-kita", List.of("schule"),
                        "beide", List.of("familie", "schule"),
                        "nur-schule", List.of("schule")));
    }

    @Test
    void merging_writes_a_revision_by_whoever_merges_for_each_that_changes() {
        apply(new Edit.Merge(KITA, SCHULE));

        assertThat(version("nur-kita")).isEqualTo(2);
        assertThat(version("zurueckgezogen")).isEqualTo(3);
        assertThat(version("nur-schule")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM revision WHERE note LIKE 'setting kita%' AND account = '" + ACCOUNT
                        + "' AND record -> 'settings' @> '[\"schule\"]'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(*) FROM practice WHERE status = 'withdrawn'"))
                .isEqualTo(1);
    }

    @Test
    void merged_the_old_id_and_label_lead_to_the_other_and_revisions_tell_the_old_label() {
        String former = lists.label(KITA, Locale.GERMAN);

        apply(new Edit.Merge(KITA, SCHULE));

        assertThat(lists.find(KITA)).isEmpty();
        assertThat(lists.named(Vocabulary.SETTING, "KITA"))
                .map(term -> term.id())
                .contains(SCHULE);
        assertThat(lists.called(Vocabulary.SETTING, former))
                .map(term -> term.id())
                .contains(SCHULE);
        assertThat(lists.label(KITA, Locale.GERMAN)).isEqualTo(former);
    }

    @Test
    void aliases_of_a_merged_term_lead_on_too() {
        apply(new Edit.Rename(KITA, "krippe", new Label("Krippe", "Nursery")));
        apply(new Edit.Merge(new TermId(Vocabulary.SETTING, "krippe"), SCHULE));

        assertThat(lists.aliases(SCHULE)).containsExactly("kita", "krippe");
    }

    @Test
    void types_can_be_merged() {
        save(practice("ein-programm").type("programme"));

        apply(new Edit.Merge(new TermId(Vocabulary.TYPE, "programme"), new TermId(Vocabulary.TYPE, "project")));

        assertThat(count("SELECT count(*) FROM practice WHERE type = 'programme'"))
                .isZero();
        assertThat(version("ein-programm")).isEqualTo(2);
        assertThat(version("nur-kita")).isEqualTo(1);
    }

    @Test
    void an_earlier_revision_is_restored_with_the_names_of_today() {
        save(practice("nur-kita").titled("Anders").with(Vocabulary.SETTING, "kita"));
        apply(new Edit.Merge(KITA, SCHULE));

        Restoration restored = new RevisionStore(jdbi()).restore(new PracticeId("nur-kita"), 1, Authorship.COMMAND);

        assertThat(restored).isInstanceOf(Restoration.Done.class);
        assertThat(settings("nur-kita")).containsExactly("schule");
    }

    @Test
    void an_import_is_taken_back_although_its_terms_were_merged_since() {
        String record =
                """
                {"id": "nur-kita", "type": "project", "title": "Neu", "summary": "S", "settings": ["kita"]}
                """;
        ImportSource file =
                ImportSource.stream("a.jsonl", new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)));
        ImportResult result =
                new Importer(new ImportStore(jdbi()), ImportLimits.DEFAULT).run(file, false, Progress.NONE);
        apply(new Edit.Merge(KITA, SCHULE));

        Undoing undone = new UndoStore(jdbi())
                .undo(
                        new UndoStore.Order(
                                Objects.requireNonNull(result.kept()).number(), false, TODAY, Authorship.COMMAND),
                        Along.NOTHING);

        assertThat(undone).isInstanceOfSatisfying(Undoing.Done.class, done -> assertThat(done.restored())
                .isEqualTo(1));
        assertThat(settings("nur-kita")).containsExactly("schule");
    }

    @Test
    void retired_a_term_is_not_offered_and_stays_where_it_is() {
        apply(new Edit.Retire(KITA));

        assertThat(lists.offered(Vocabulary.SETTING))
                .extracting(term -> term.id())
                .doesNotContain(KITA);
        assertThat(ids(Vocabulary.SETTING)).contains("kita");
        assertThat(settings("nur-kita")).containsExactly("kita");
        apply(new Edit.Reinstate(KITA));
        assertThat(lists.isRetired(KITA)).isFalse();
    }

    @Test
    void split_each_practice_carries_what_was_chosen_for_it() {
        TermId hort = new TermId(Vocabulary.SETTING, "hort");
        apply(new Edit.Split(KITA, hort, new Label("Hort", "After-school care")));
        List<PracticeId> instead = List.of(new PracticeId("nur-kita"), new PracticeId("nur-schule"));

        new AssignStore(jdbi())
                .apply(
                        new Assignment(KITA, hort, instead, List.of(new PracticeId("beide"))),
                        hand(edits.version(Vocabulary.SETTING)));

        assertThat(settings("nur-kita")).containsExactly("hort");
        assertThat(settings("beide")).containsExactly("familie", "schule", "kita", "hort");
        assertThat(settings("nur-schule")).containsExactly("schule");
        assertThat(version("nur-schule")).isEqualTo(1);
    }

    @Test
    void after_each_edit_the_index_follows(@TempDir Path folder) {
        IndexSetup setup = new IndexSetup(folder, lists, Samples.GERMAN, Clock.systemUTC());
        IndexMaintenance index = new IndexMaintenance(database.database(), setup);
        index.reindex(Progress.NONE);
        TermId hort = new TermId(Vocabulary.SETTING, "hort");

        for (Edit edit : List.of(
                new Edit.Add(hort, new Label("Hort", "After-school care"), "kita"),
                new Edit.Rename(KITA, "kita", new Label("Krippe", "Nursery")),
                new Edit.Rename(SCHULE, "schulen", new Label("Schulen", "Schools")),
                new Edit.Merge(KITA, hort),
                new Edit.Split(hort, new TermId(Vocabulary.SETTING, "neu"), new Label("Neu", "New")),
                new Edit.Move(hort, ""),
                new Edit.Retire(hort),
                new Edit.Reinstate(hort))) {
            apply(edit);
            assertThat(index.verify(Progress.NONE).isEqual())
                    .as(edit.toString())
                    .isTrue();
        }
    }

    @Test
    void who_has_seen_another_state_of_the_list_changes_nothing() {
        long seen = edits.version(Vocabulary.SETTING);
        apply(new Edit.Retire(SCHULE));

        Outcome outcome = edits.apply(new Edit.Merge(KITA, SCHULE), hand(seen));

        assertThat(outcome).isEqualTo(new Outcome.Overtaken());
        assertThat(settings("nur-kita")).containsExactly("kita");
    }

    @Test
    void other_lists_may_change_meanwhile() {
        long seen = edits.version(Vocabulary.SETTING);
        apply(new Edit.Retire(new TermId(Vocabulary.TOPIC, "quartier")));

        assertThat(edits.apply(new Edit.Retire(KITA), hand(seen))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothing_changed_nothing_is_read_again() {
        Object before = lists.state();

        lists.refresh();

        assertThat(lists.state()).isSameAs(before);
    }

    @Test
    void each_edit_is_a_line_of_the_audit_log() {
        apply(new Edit.Merge(KITA, SCHULE));

        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'vocabulary.merged'"
                        + " AND subject = 'setting kita' AND detail = 'schule'"))
                .isEqualTo(1);
    }
}
