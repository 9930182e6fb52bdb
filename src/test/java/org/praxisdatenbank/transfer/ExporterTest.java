package org.praxisdatenbank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.transfer.Records.record;
import static org.praxisdatenbank.transfer.Records.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

final class ExporterTest {
    @TempDir
    private Path folder;

    private TestDatabase database;
    private Importer importer;
    private Exporter exporter;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        importer = new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT);
        exporter = new Exporter(new PracticeStore(database.database().jdbi()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Saved importInto(TestDatabase target, Path file) {
        return new Importer(new ImportStore(target.database().jdbi()), ImportLimits.DEFAULT)
                .run(ImportSource.file(file), false, Progress.NONE)
                .saved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.json", "out.jsonl", "out.csv", "out.xlsx"})
    void what_was_exported_imports_as_unchanged(String name) {
        importer.run(ImportSource.sample(), false, Progress.NONE);
        Path file = folder.resolve(name);
        assertThat(exporter.run(file, Progress.NONE)).isEqualTo(159);
        assertThat(importInto(database, file)).isEqualTo(new Saved(0, 0, 159));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.json", "out.jsonl", "out.csv", "out.xlsx"})
    void an_export_of_an_import_of_an_export_is_the_same_to_the_byte(String name) {
        importer.run(ImportSource.sample(), false, Progress.NONE);
        Path first = folder.resolve("first-" + name);
        exporter.run(first, Progress.NONE);
        Path second = folder.resolve("second-" + name);
        try (TestDatabase empty = TestDatabase.create()) {
            importInto(empty, first);
            new Exporter(new PracticeStore(empty.database().jdbi())).run(second, Progress.NONE);
        }
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void practices_stand_one_a_line_in_the_order_of_their_ids() throws IOException {
        importer.run(source("a.jsonl", record("bbb") + "\n" + record("a-a") + "\n"), false, Progress.NONE);
        Path file = folder.resolve("out.json");
        exporter.run(file, Progress.NONE);
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("["),
                        line -> assertThat(line).startsWith("{\"id\":\"a-a\"").endsWith("},"),
                        line -> assertThat(line).startsWith("{\"id\":\"bbb\"").endsWith("}"),
                        line -> assertThat(line).isEqualTo("]"));
    }

    @Test
    void an_empty_database_exports_an_empty_array() {
        Path file = folder.resolve("out.json");
        exporter.run(file, Progress.NONE);
        assertThat(file).hasContent("[\n]");
    }

    @Test
    void an_export_cut_short_leaves_the_old_file() throws IOException {
        importer.run(ImportSource.sample(), false, Progress.NONE);
        Path file = Files.writeString(folder.resolve("out.jsonl"), "old");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> exporter.run(file, new StopsAt(100)));
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_link_stays_and_what_it_names_is_replaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real.jsonl"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), real);
        importer.run(source("a.jsonl", record("one")), false, Progress.NONE);
        exporter.run(link, Progress.NONE);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).startsWith("{\"id\":\"one\"");
    }

    @Test
    void a_device_is_written_to_and_not_replaced() {
        importer.run(source("a.jsonl", record("one")), false, Progress.NONE);
        assertThat(exporter.run(Path.of("/dev/null"), Progress.NONE)).isEqualTo(1);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void a_full_disk_is_a_refusal() {
        importer.run(ImportSource.sample(), false, Progress.NONE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> exporter.run(Path.of("/dev/full"), Progress.NONE))
                .withMessageStartingWith("/dev/full cannot be written (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "out.ods", "no-folder/out.json", "."})
    void what_cannot_be_written_is_refused(String name) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> exporter.run(folder.resolve(name), Progress.NONE))
                .withMessageMatching("(?s).*(Name a file in it|What can be exported|Create it first).*");
    }

    /** As if the program were stopped in the middle. */
    private static final class StopsAt implements Progress {
        private long left;

        StopsAt(long steps) {
            left = steps;
        }

        @Override
        public void phase(String name, long total) {}

        @Override
        public void advance(long steps) {
            left -= steps;
            if (left <= 0) {
                throw new IllegalStateException("stopped");
            }
        }

        @Override
        public void close() {}
    }
}
