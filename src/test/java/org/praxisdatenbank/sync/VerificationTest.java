package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.Doubled;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

class VerificationTest {
    private SyncWorld world;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        world.save(practice("eins"), practice("zwei"), practice("drei"));
        world.maintenance().reindex(Progress.NONE);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void equal_is_equal() {
        assertThat(verify()).isEqualTo(new Verification(3, 3, 0, List.of()));
    }

    @Test
    void without_a_server_the_index_takes_over_the_log_first() {
        world.save(practice("vier"));
        world.withdraw("eins");

        assertThat(verify()).isEqualTo(new Verification(3, 3, 0, List.of()));
    }

    @Test
    void a_document_deleted_behind_the_back_is_missing() {
        change(List.of(), List.of(new PracticeId("zwei")));

        assertThat(verify().differences()).containsExactly(new Difference.Missing(new PracticeId("zwei")));
    }

    @Test
    void a_row_changed_behind_the_back_is_stale() {
        world.execute("UPDATE practice SET title = 'Anders' WHERE id = 'zwei'");

        assertThat(verify().differences()).containsExactly(new Difference.Stale(new PracticeId("zwei")));
    }

    @Test
    void a_document_with_an_old_version_is_stale() {
        world.execute(
                "UPDATE practice SET version = 7 WHERE id = 'drei'",
                "INSERT INTO revision (practice, number, status, record, made, made_by)"
                        + " SELECT practice, number, status, record, made, 'command' FROM practice_record"
                        + " WHERE practice = 'drei'");

        assertThat(verify().differences()).containsExactly(new Difference.Stale(new PracticeId("drei")));
    }

    @Test
    void a_document_of_an_unpublished_practice_is_extra() {
        change(List.of(practice("geist").stored()), List.of());
        world.execute(
                "ALTER TABLE revision DISABLE TRIGGER revision_stays",
                "DELETE FROM revision WHERE practice = 'drei'",
                "DELETE FROM practice WHERE id = 'drei'");

        assertThat(verify().differences())
                .containsExactly(
                        new Difference.Extra(new PracticeId("drei")), new Difference.Extra(new PracticeId("geist")));
    }

    @Test
    void documents_that_stand_there_twice_are_extra_until_they_are_repaired() throws IOException {
        Doubled.documents(world.setup());

        Verification found = verify();

        assertThat(found.indexed()).isEqualTo(6);
        assertThat(found.isEqual()).isFalse();
        assertThat(found.differences())
                .containsExactly(
                        new Difference.Extra(new PracticeId("drei")),
                        new Difference.Extra(new PracticeId("eins")),
                        new Difference.Extra(new PracticeId("zwei")));
        assertThat(world.maintenance().repair(found, Progress.NONE)).isEqualTo(new Verification(3, 3, 0, List.of()));
    }

    @Test
    void differences_are_found_beside_a_running_server() {
        try (IndexKeeper keeper = world.open()) {
            world.execute("UPDATE practice SET title = 'Anders' WHERE id = 'zwei'");

            assertThat(verify())
                    .isEqualTo(new Verification(3, 3, 0, List.of(new Difference.Stale(new PracticeId("zwei")))));
            assertThat(keeper.status().lag()).isEqualTo(Lag.NONE);
        }
    }

    @Test
    void repair_makes_equal_what_differs() {
        change(List.of(practice("geist").stored()), List.of(new PracticeId("zwei")));
        world.execute("UPDATE practice SET title = 'Anders' WHERE id = 'drei'");

        Verification found = verify();
        Verification repaired = world.maintenance().repair(found, Progress.NONE);

        assertThat(found.differences())
                .containsExactly(
                        new Difference.Stale(new PracticeId("drei")),
                        new Difference.Extra(new PracticeId("geist")),
                        new Difference.Missing(new PracticeId("zwei")));
        assertThat(repaired).isEqualTo(new Verification(3, 3, 0, List.of()));
        assertThat(verify().isEqual()).isTrue();
    }

    @Test
    void a_running_server_repairs_its_index() {
        try (IndexKeeper keeper = world.open()) {
            world.execute("UPDATE practice SET title = 'Anders' WHERE id = 'zwei'");

            assertThat(world.maintenance().repair(verify(), Progress.NONE).isEqual())
                    .isTrue();
            assertThat(SyncWorld.found(keeper, "anders")).containsExactly("zwei");
        }
    }

    @Test
    void more_differences_than_are_told_are_counted_and_repaired_all_the_same() {
        world.save(practice("vier"), practice("fuenf"));
        assertThat(verify().isEqual()).isTrue();
        change(List.of(practice("geist").stored()), List.of());
        world.execute("UPDATE practice SET title = 'Anders' WHERE id <> 'eins'");
        IndexMaintenance forgetful = new IndexMaintenance(world.database(), world.setup(), 2);

        Verification found = forgetful.verify(Progress.NONE);
        assertThat(found.differences()).hasSize(2);
        assertThat(found.published()).isEqualTo(5);
        assertThat(found.indexed()).isEqualTo(6);
        assertThat(found.equal()).isEqualTo(1);
        assertThat(found.isEqual()).isFalse();
        assertThat(found.different()).isGreaterThanOrEqualTo(4);

        assertThat(forgetful.repair(found, Progress.NONE)).isEqualTo(new Verification(5, 5, 0, List.of()));
    }

    /** Of every file, and of every part of it: head, content, checksum. */
    @Test
    void a_flipped_byte_is_found_in_every_file_and_named() throws IOException {
        change(List.of(practice("eins").titled("Neu").stored()), List.of()); // so that deletions have a file too
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            for (int place : List.of(0, random.nextInt(content.length), content.length - 1)) {
                byte[] flipped = content.clone();
                flipped[place] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                Verification found = verify();

                assertThat(found.isEqual())
                        .as("byte %d of %s, seed %d", place, file, seed)
                        .isFalse();
                assertThat(found.damaged())
                        .as("byte %d of %s, seed %d", place, file, seed)
                        .singleElement()
                        .asString()
                        .startsWith(world.folder.relativize(file) + ": ");
            }
            Files.write(file, content);
        }
        assertThat(verify().damaged()).isEmpty();
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Path data = files().stream()
                .filter(file -> file.toString().endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        Files.delete(data);

        assertThat(verify().damaged()).singleElement().asString().contains(data.getFileName() + ": missing");
    }

    @Test
    void a_flipped_byte_is_found_beside_a_running_server_and_told_by_it() throws IOException {
        try (IndexKeeper keeper = world.open()) {
            Path file = files().getFirst();
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);

            assertThat(keeper.verify(Progress.NONE).damaged()).hasSize(1);
            assertThat(keeper.verifiedAt()).isEmpty();
            assertThat(keeper.lastCheck())
                    .hasValueSatisfying(
                            last -> assertThat(last.result().isEqual()).isFalse());
            SyncWorld.await("another index", () -> keeper.index().isServing());
            assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
        }
    }

    /** Of the live generation. */
    private List<Path> files() throws IOException {
        String generation = Files.readString(world.folder.resolve("current")).strip();
        try (Stream<Path> all = Files.list(world.folder.resolve(generation))) {
            return all.filter(file -> !file.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothing_to_compare_is_refused(@TempDir Path empty) {
        try (SyncWorld other = new SyncWorld(empty)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> other.maintenance().verify(Progress.NONE))
                    .withMessageContaining("There is no index yet");
        }
    }

    private Verification verify() {
        return world.maintenance().verify(Progress.NONE);
    }

    private void change(List<StoredPractice> changed, List<PracticeId> gone) {
        try (PracticeIndex index = PracticeIndex.open(world.setup())) {
            String position = index.state() instanceof IndexState.Ready ready ? ready.position() : "";
            index.apply(changed, gone, position);
        }
    }
}
