package org.praxisdatenbank.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Authorship.MadeBy;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.transfer.UndoStore;
import org.praxisdatenbank.transfer.Undoing;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

final class BackupTest {
    private static final String DRAFT =
            """
            WITH begun AS (
                INSERT INTO draft (record, author)
                VALUES ('{"title": "Kiez", "provider": "Kiez e. V."}', gen_random_uuid())
                RETURNING id, version, record, author),
            kept AS (
                INSERT INTO draft_state (draft, version, record, account)
                SELECT id, version, record, author
                  FROM begun)
            INSERT INTO draft_step (draft, step, account)
            SELECT id, 'begin', author
              FROM begun
            """;

    private static final String CONTACT =
            """
            WITH kept AS (
                INSERT INTO contact (practice, name, email, entered_by, expires)
                VALUES ('eltern-ag', 'Alex Adler', 'alex@example.org', gen_random_uuid(), now() + interval '1 year'))
            INSERT INTO confirmation_letter (hash, practice, to_contact, ends)
            VALUES (sha256('link'), 'eltern-ag', true, now() + interval '60 days')
            """;

    private static final String OLD_EXAMPLE =
            """
            WITH examples AS (
                INSERT INTO practice (id, type, title, summary, good_practice, good_practice_year)
                VALUES ('alt-1', 'project', 'Alt', 'Aus alter Zeit', true, 2025),
                       ('alt-2', 'project', 'Alt', 'Aus alter Zeit', true, 2025)),
            assessed AS (
                INSERT INTO assessment (practice, stage, year, changed, answers)
                VALUES ('alt-1', 'published', 2024, '2024-01-01', '{"background": "Früher", "approach": "So."}'),
                       ('alt-1', 'published', 2025, '2025-01-01',
                        '{"background": "Warum?", "approach": "So.", "lessons": "Zeit lassen.", "level.konzeption": "3",
                          "depth.empowerment": "Kraft", "depth.konzeption": "Plan"}'),
                       ('alt-2', 'declined', NULL, '2025-01-01', '{"background": "Anders"}'))
            INSERT INTO revision (practice, number, status, record, made, made_by)
            SELECT id, 1, 'published',
                   jsonb_build_object('id', id, 'type', 'project', 'title', 'Alt', 'summary', 'Aus alter Zeit', 'states',
                       '[]'::jsonb, 'topic_areas', '[]'::jsonb, 'fields_of_action', '[]'::jsonb,
                       'target_groups', '[]'::jsonb, 'age_groups', '[]'::jsonb, 'settings', '[]'::jsonb,
                       'criteria', '[]'::jsonb, 'good_practice', true, 'good_practice_year', 2025), now(), 'import'
              FROM (VALUES ('alt-1'), ('alt-2')) AS examples (id)
            """;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Path file;

    @BeforeEach
    void fill() {
        database = TestDatabase.create();
        new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT)
                .run(ImportSource.sample(), false, Progress.NONE);
        new PracticeStore(database.database().jdbi())
                .withdraw(new PracticeId("schutzengel-flensburg"), LocalDate.of(2026, 1, 31), Authorship.COMMAND);
        database.database().jdbi().useHandle(db -> db.execute(DRAFT));
        database.database().jdbi().useHandle(db -> db.execute(CONTACT));
        file = folder.resolve("praxis.zip");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long backUp(Path target) {
        return new Backup(database.database(), "1.0").run(target, Progress.NONE);
    }

    private static long restore(TestDatabase target, Path file) {
        return new Restore(target.database()).run(file, true, Progress.NONE);
    }

    @Test
    void a_restored_database_gives_the_same_backup() throws IOException {
        long rows = backUp(file);
        try (TestDatabase empty = TestDatabase.create()) {
            assertThat(restore(empty, file)).isEqualTo(rows);

            Path again = folder.resolve("again.zip");
            new Backup(empty.database(), "1.0").run(again, Progress.NONE);
            Map<String, String> first = contents(file);
            Map<String, String> second = contents(again);
            assertThat(content(first, "revision.jsonl").lines()).hasSize(160);
            first.remove(Manifest.NAME); // the moment
            second.remove(Manifest.NAME);
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void it_holds_every_table_but_what_means_nothing_elsewhere() throws IOException {
        backUp(file);
        List<String> tables = database.database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT relname || '.jsonl' FROM"
                                + " pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                                + " AND relname <> ALL (ARRAY['flyway_schema_history', 'change_log', 'change_log_pruned', 'follower', 'session', 'password_link', 'awaited_code', 'upload', 'vocabulary_state'])")
                .mapTo(String.class)
                .list());
        assertThat(contents(file).keySet()).containsAll(tables).hasSize(tables.size() + 2);
    }

    @Test
    void an_import_can_still_be_taken_back_after_it_was_restored() {
        String record = "{\"id\":\"aaa\",\"type\":\"project\",\"title\":\"T\",\"summary\":\"S\"}";
        ImportSource source =
                ImportSource.upload("a.jsonl", record.getBytes(StandardCharsets.UTF_8), Authorship.IMPORT);
        new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT)
                .run(source, false, Progress.NONE);
        backUp(file);
        try (TestDatabase other = TestDatabase.create()) {
            restore(other, file);
            UndoStore.Order order = new UndoStore.Order(1, false, LocalDate.of(2026, 2, 1), Authorship.COMMAND);
            assertThat(new UndoStore(other.database().jdbi()).undo(order, ImportHistoryStore.Along.NOTHING))
                    .isInstanceOfSatisfying(Undoing.Done.class, done -> assertThat(done.withdrawn())
                            .isEqualTo(1));
        }
    }

    @Test
    void the_manifest_tells_rows_and_sums_that_anybody_can_check() throws Exception {
        backUp(file);
        Map<String, String> contents = contents(file);
        Manifest manifest = Manifest.read(content(contents, Manifest.NAME).getBytes(StandardCharsets.UTF_8));
        assertThat(manifest.tables()).isNotEmpty().allSatisfy(table -> {
            String content = content(contents, table.file());
            assertThat(content.lines()).hasSize((int) table.rows());
            assertThat(table.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(content.getBytes(StandardCharsets.UTF_8))));
        });
        assertThat(content(contents, "practice.jsonl").lines()).hasSize(159).anySatisfy(row -> assertThat(row)
                .contains("\"id\":\"schutzengel-flensburg\"", "\"withdrawn_on\":\"2026-01-31\""));
    }

    @Test
    void new_rows_are_numbered_behind_those_restored() {
        backUp(file);
        try (TestDatabase empty = TestDatabase.create()) {
            restore(empty, file);
            empty.database()
                    .jdbi()
                    .useHandle(db -> db.execute("INSERT INTO provider (name) VALUES ('Ein neuer Träger')"));
        }
    }

    @Test
    void followers_take_all_of_it_over() {
        backUp(file);
        try (TestDatabase empty = TestDatabase.create()) {
            restore(empty, file);
            long told = empty.database().jdbi().withHandle(db -> db.createQuery(
                            "SELECT count(DISTINCT practice) FROM change_log")
                    .mapTo(Long.class)
                    .one());
            assertThat(told).isEqualTo(159);
        }
    }

    @Test
    void what_an_older_program_published_of_an_example_becomes_part_of_the_practice() {
        try (TestDatabase old = TestDatabase.create();
                TestDatabase empty = TestDatabase.create()) {
            withoutTables(old);
            old.database().migrateTo("019");
            old.database().jdbi().useTransaction(db -> db.execute(OLD_EXAMPLE));
            new Backup(old.database(), "0.19").run(file, Progress.NONE);
            withoutTables(empty);

            restore(empty, file);

            StoredPractice described = new PracticeStore(empty.database().jdbi()).get(new PracticeId("alt-1"));
            assertThat(described.practice().classification().goodPractice().description())
                    .isEqualTo(new ExampleText(
                            "Warum?",
                            "So.",
                            List.of(
                                    new InDepth(new TermId(Vocabulary.CRITERION, "konzeption"), "Plan"),
                                    new InDepth(new TermId(Vocabulary.CRITERION, "empowerment"), "Kraft")),
                            "Zeit lassen.",
                            null));
            assertThat(described.version()).isEqualTo(2);
            StoredPractice other = new PracticeStore(empty.database().jdbi()).get(new PracticeId("alt-2"));
            assertThat(other.practice().classification().goodPractice().description())
                    .isNull();
            assertThat(other.version()).isEqualTo(1);
            assertThat(new RevisionStore(empty.database().jdbi()).list(new PracticeId("alt-1"), 10, 10))
                    .extracting(RevisionStore.Listed::changed)
                    .containsExactly(List.of("good_practice_description"), List.of());
        }
    }

    @Test
    void what_an_older_program_saved_is_brought_up_to_date() {
        try (TestDatabase old = TestDatabase.create();
                TestDatabase empty = TestDatabase.create()) {
            withoutTables(old);
            old.database().migrateTo("006");
            old.database()
                    .jdbi()
                    .useHandle(db -> db.execute("INSERT INTO practice (id, type, title, summary) VALUES ('alt-1',"
                            + " 'project', 'Alt', 'Aus alter Zeit')"));
            new Backup(old.database(), "0.6").run(file, Progress.NONE);
            withoutTables(empty);

            restore(empty, file);

            assertThat(new PracticeStore(empty.database().jdbi()).countPublished())
                    .isEqualTo(1);
            assertThat(new RevisionStore(empty.database().jdbi()).find(new PracticeId("alt-1"), 1))
                    .hasValueSatisfying(kept -> {
                        assertThat(kept.revision().madeBy()).isEqualTo(MadeBy.BEGIN);
                        assertThat(kept.practice().wording().title()).isEqualTo("Alt");
                    });
            empty.database().migrate();
        }
    }

    private static void withoutTables(TestDatabase test) {
        test.database().jdbi().useHandle(db -> db.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
    }

    @Test
    void what_a_newer_program_saved_is_refused() throws IOException {
        backUp(file);
        rewrite(Manifest.NAME, json -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"999\""));
        refused("999");
    }

    @Test
    void practices_are_never_mixed_with_others() {
        backUp(file);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> restore(database, file))
                .withMessageContaining("restore into a new database");
        assertThat(new PracticeStore(database.database().jdbi()).countPublished())
                .isEqualTo(158);
    }

    @Test
    void a_changed_letter_is_found_before_anything_is_changed() throws IOException {
        backUp(file);
        rewrite("practice.jsonl", rows -> rows.replaceFirst("Flensburg", "Flensborg"));
        refused("practice.jsonl");
    }

    @Test
    void a_missing_row_is_found() throws IOException {
        backUp(file);
        rewrite("practice_term.jsonl", rows -> rows.substring(rows.indexOf('\n') + 1));
        refused("practice_term.jsonl");
    }

    @Test
    void half_a_file_is_refused() throws IOException {
        backUp(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused("is no backup");
    }

    @Test
    void another_zip_is_refused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("etwas.txt"));
        }
        refused(Manifest.NAME);
    }

    @Test
    void no_file_is_refused() {
        refused("There is no file");
    }

    private void refused(String reason) {
        try (TestDatabase empty = TestDatabase.create()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> restore(empty, file))
                    .withMessageContaining(reason);
            assertThat(new PracticeStore(empty.database().jdbi()).isEmpty()).isTrue();
        }
    }

    @Test
    void a_backup_that_fails_leaves_the_one_before() throws IOException {
        Files.writeString(file, "the one before");
        database.database().jdbi().useHandle(db -> db.execute("DROP TABLE flyway_schema_history"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> backUp(file));
        assertThat(file).hasContent("the one before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        backUp(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String content(Map<String, String> contents, String name) {
        return Objects.requireNonNull(contents.get(name), name);
    }

    private static Map<String, String> contents(Path file) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    private void rewrite(String name, UnaryOperator<String> change) throws IOException {
        Map<String, String> contents = contents(file);
        String before = content(contents, name);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        contents.put(name, after);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
