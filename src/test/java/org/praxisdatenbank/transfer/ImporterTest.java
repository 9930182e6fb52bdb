package org.praxisdatenbank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.praxisdatenbank.transfer.Records.record;
import static org.praxisdatenbank.transfer.Records.recordWith;
import static org.praxisdatenbank.transfer.Records.source;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.progress.Progress;

final class ImporterTest {
    private TestDatabase database;
    private Jdbi jdbi;
    private Importer importer;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        jdbi = database.database().jdbi();
        importer = new Importer(new ImportStore(jdbi), new ImportLimits(3, 1_000_000));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportResult run(String name, String content) {
        return importer.run(source(name, content), false, Progress.NONE);
    }

    private long count(String table) {
        return jdbi.withHandle(db ->
                db.select("SELECT count(*) FROM " + table).mapTo(Long.class).one());
    }

    @Test
    void the_sample_content_goes_in() {
        ImportResult result = importer.run(ImportSource.sample(), false, Progress.NONE);
        assertThat(new ImportReport(result).lines()).containsExactly("159 read: 159 new, 0 changed, 0 unchanged");
    }

    @Test
    void what_is_imported_again_stays_unchanged() {
        importer.run(ImportSource.sample(), false, Progress.NONE);
        ImportResult again = importer.run(ImportSource.sample(), false, Progress.NONE);
        assertThat(again.saved()).isEqualTo(new Saved(0, 0, 159));
        assertThat(count("change_log")).isEqualTo(159);
    }

    @Test
    void an_array_and_lines_say_the_same() {
        run("a.json", "[" + record("one") + "," + record("two") + "]");
        ImportResult lines = run("a.jsonl", record("one") + "\n\n" + record("two"));
        assertThat(lines.saved()).isEqualTo(new Saved(0, 0, 2));
    }

    @Test
    void a_dry_run_counts_and_changes_nothing() {
        ImportResult result = importer.run(ImportSource.sample(), true, Progress.NONE);
        assertThat(new ImportReport(result).summary())
                .isEqualTo("159 read: 159 would be new, 0 would be changed, 0 unchanged; dry run, nothing was changed");
        assertThat(List.of(count("practice"), count("provider"), count("change_log")))
                .containsOnly(0L);
    }

    private static String example(String more) {
        return recordWith("\"good_practice\":true" + more);
    }

    private static String describedBy(String background) {
        return ",\"good_practice_description\":{\"background\":\"" + background + "\",\"criteria\":[]}";
    }

    private void assess() {
        jdbi.useHandle(
                db -> db.execute("INSERT INTO assessment (practice, stage, year) VALUES ('demo', 'published', 2026)"));
    }

    private @Nullable String background() {
        Practice practice = new PracticeStore(jdbi).get(new PracticeId("demo")).practice();
        @Nullable ExampleText text = practice.classification().goodPractice().description();
        return text == null ? null : text.background();
    }

    @Test
    void a_record_without_a_description_leaves_that_of_the_example_as_it_is() {
        run("a.jsonl", example(describedBy("Warum")));
        ImportResult again = run("a.jsonl", example(",\"place\":\"Kiel\""));
        assertThat(again.saved()).isEqualTo(new Saved(0, 1, 0));
        assertThat(background()).isEqualTo("Warum");

        new PracticeStore(jdbi).withdraw(new PracticeId("demo"), LocalDate.of(2026, 1, 1), Authorship.COMMAND);
        run("a.jsonl", example(",\"place\":\"Kiel\""));
        assertThat(background()).as("published again").isEqualTo("Warum");
    }

    @Test
    void what_came_by_an_import_an_import_may_change() {
        run("a.jsonl", example(describedBy("Warum")));
        run("a.jsonl", example(describedBy("Weshalb")));
        assertThat(background()).isEqualTo("Weshalb");
    }

    @Test
    void what_was_published_here_by_two_pairs_of_eyes_no_import_replaces() {
        run("a.jsonl", example(describedBy("Warum")));
        assess();
        assertThat(run("a.jsonl", example(describedBy("Warum"))).saved()).isEqualTo(new Saved(0, 0, 1));
        for (boolean isDryRun : List.of(true, false)) {
            ImportResult other =
                    importer.run(source("a.jsonl", example(describedBy("Weshalb"))), isDryRun, Progress.NONE);
            assertThat(other.findings().first())
                    .extracting(Finding::field, Finding::message)
                    .containsExactly(tuple(
                            "good_practice_description",
                            "is not the description that was reviewed and published here; leave the field out to"
                                    + " keep that one, or change it at /verwaltung/good-practice"));
        }
        assertThat(background()).isEqualTo("Warum");
    }

    @Test
    void an_example_that_is_described_ends_by_being_told_so_and_not_by_silence() {
        run("a.jsonl", example(describedBy("Warum")));
        assertThat(run("a.jsonl", record("demo")).findings().first())
                .extracting(Finding::field, Finding::value)
                .containsExactly(tuple("good_practice", null));
        assertThat(background()).isEqualTo("Warum");

        run("a.jsonl", recordWith("\"good_practice\":false"));
        assertThat(background()).isNull();
    }

    @Test
    void one_fault_keeps_all_records_out() {
        ImportResult result = run("a.jsonl", record("one") + "\n" + recordWith("\"colour\":1"));
        assertThat(new ImportReport(result).summary())
                .isEqualTo("refused: 1 fault in 1 of 2 records; nothing was changed");
        assertThat(new PracticeStore(jdbi).countPublished()).isZero();
    }

    @Test
    void all_faults_are_counted_and_the_first_are_shown() {
        String faulty = recordWith("\"x\":1,\"y\":2") + "\n";
        ImportResult result = run("a.jsonl", faulty + record("good") + "\n" + faulty.repeat(4));
        assertThat(result.findings().first()).hasSize(3);
        // two unknown fields in each of the five, and an id that came before in four of them
        assertThat(new ImportReport(result).lines())
                .endsWith("… and 11 more faults", "refused: 14 faults in 5 of 6 records; nothing was changed");
    }

    @Test
    void an_id_that_comes_twice_names_the_row_where_it_came_first() {
        String rows = record("one") + "\n" + record("two") + "\n" + record("two") + "\n";
        assertThat(run("a.jsonl", rows).findings().first())
                .containsExactly(
                        new Finding(new Place(3, 3L), "two", "id", "two", Said.of("finding.repeated_id", "2"), null));
    }

    @Test
    void an_id_that_came_long_ago_is_found_too() {
        StringBuilder rows = new StringBuilder(record("first")).append('\n');
        for (int i = 0; i < 2_000; i++) {
            rows.append(record("row-" + i)).append('\n');
        }
        rows.append(record("first"));
        assertThat(run("a.jsonl", rows.toString()).findings().first())
                .extracting(Finding::message)
                .containsExactly("stands in row 1 already; keep one of the two or give this one an id of its own");
    }

    @Test
    void what_only_the_database_refuses_is_named_too() {
        jdbi.useHandle(db -> db.execute("ALTER TABLE practice ADD CONSTRAINT no_two CHECK (id <> 'two')"));
        String rows = record("one") + "\n" + record("two") + "\n" + record("three");
        ImportResult result = run("a.jsonl", rows);
        assertThat(result.findings().first()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(new Place(2, 2L));
            assertThat(finding.message()).startsWith("the database refuses it").contains("violates check");
        });
        assertThat(count("practice")).isZero();
    }

    @Test
    void an_old_id_is_read_as_the_one_of_today_also_beside_it() {
        run("a.jsonl", recordWith("\"topic_areas\":[\"erwerbslose\",\"arbeitslose\",\"quartier\"]"));

        List<String> terms = jdbi.withHandle(db -> db.select("SELECT term FROM practice_term ORDER BY position")
                .mapTo(String.class)
                .list());
        assertThat(terms).containsExactly("arbeitslose", "quartier");
    }

    @Test
    void what_is_retired_only_those_may_have_that_have_it_already() {
        String topic = "\"topic_areas\":[\"quartier\"]";
        run("a.jsonl", recordWith(topic));
        jdbi.useHandle(
                db -> db.execute("UPDATE term SET retired = now() WHERE vocabulary = 'topic' AND id = 'quartier'"));

        assertThat(run("a.jsonl", recordWith(topic + ",\"place\":\"Berlin\"")).saved())
                .isEqualTo(new Saved(0, 1, 0));
        assertThat(run("a.jsonl", record("one").replace("}", "," + topic + "}"))
                        .findings()
                        .first())
                .containsExactly(new Finding(
                        new Place(1, 1L),
                        "one",
                        "topic_areas",
                        "quartier",
                        Said.of("finding.term.retired", "Gesundheitsförderung im Quartier"),
                        null));
    }

    @Test
    void a_report_is_read_from_top_to_bottom() {
        String rows = recordWith("\"criteria\":[{\"id\":\"konzeption\",\"level\":7}]") + "\n{\"id\":";
        assertThat(new ImportReport(run("a.jsonl", rows)).lines())
                .containsExactly(
                        "row 1, line 1, id demo",
                        "  field  criteria[0].level",
                        "  value  7",
                        "  fault  must be a whole number from 1 to 5; correct it or leave the field out",
                        "row 2, line 2",
                        "  fault  the text ends in the middle of a record (column 7); it was probably cut short: get all"
                                + " of it and import again",
                        "refused: 2 faults in 2 of 2 records; nothing was changed");
    }
}
