package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.FailingDisk;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.Trouble.Kind;

/** A running server whose index is deleted or damaged, or whose disk is full, mends it by itself. */
class DiskFaultsTest {
    private SyncWorld world;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        world.save(practice("eins").titled("Alpha"), practice("zwei").titled("Beta"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void a_deleted_folder_is_built_anew_and_searched_all_the_time() throws IOException {
        try (IndexKeeper keeper = world.open()) {
            deleteTree(world.folder);

            await("a new index", () -> {
                assertThat(found(keeper, "alpha")).containsExactly("eins");
                return Files.exists(world.folder.resolve("current"));
            });
            world.save(practice("drei").titled("Delta"));
            await("changes", () -> found(keeper, "delta").equals(List.of("drei")));
            assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
        }
    }

    @Test
    void a_flipped_byte_is_found_by_verifying_and_the_index_built_anew() throws IOException {
        try (IndexKeeper keeper = world.open()) {
            Path live = world.folder.resolve(
                    Files.readString(world.folder.resolve("current")).strip());
            flipByteIn(live);
            assertThat(keeper.verify(Progress.NONE).damaged()).hasSize(1);

            await("a new index", () -> keeper.index().state() instanceof IndexState.Ready);
            assertThat(found(keeper, "")).containsExactly("eins", "zwei");
            assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
        }
    }

    private static void flipByteIn(Path generation) throws IOException {
        try (Stream<Path> all = Files.list(generation)) {
            Path file = all.filter(each -> each.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void a_record_that_is_not_what_was_proven_is_not_shown_and_the_index_built_anew() throws IOException {
        world.save(practice("drei").summary("Unverwechselbar"));
        try (IndexKeeper keeper = world.open()) {
            Path live = world.folder.resolve(
                    Files.readString(world.folder.resolve("current")).strip());
            replaceIn(live, "Unverwechselbar", "Verwechselbar!!");

            // mapped into memory, so what is changed on disk is read at once
            assertThat(keeper.index().published().find(new PracticeId("drei"))).isEmpty();
            await("a record of the new index", () -> keeper.index()
                    .published()
                    .find(new PracticeId("drei"))
                    .map(found -> found.practice().wording().summary())
                    .equals(Optional.of("Unverwechselbar")));
        }
    }

    private static void replaceIn(Path generation, String before, String after) throws IOException {
        try (Stream<Path> all = Files.list(generation)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".cfs")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
                        bytes.seek(at);
                        bytes.writeBytes(after);
                    }
                }
            }
        }
    }

    @Test
    void a_reindex_that_does_not_fit_is_refused_and_changes_nothing() {
        FailingDisk disk = new FailingDisk(1);
        IndexSetup setup = disk.under(world.setup());
        IndexMaintenance command = new IndexMaintenance(world.database(), setup);
        command.reindex(Progress.NONE);
        disk.setFull(true);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> command.reindex(Progress.NONE))
                .withMessageContaining("could not be built");
        assertThat(command.verify(Progress.NONE).isEqual()).isTrue();
    }

    @Test
    void on_a_full_disk_it_says_so_and_follows_again_when_there_is_space() {
        FailingDisk disk = new FailingDisk(1);
        try (IndexKeeper keeper = IndexKeeper.open(
                world.database(),
                disk.under(world.setup()),
                Following.DEFAULT.looking(Duration.ofMillis(20)),
                Progress.NONE)) {
            disk.setFull(true);
            world.save(practice("drei").titled("Delta"));
            await("a full disk", () -> keeper.trouble().map(Trouble::kind).equals(Optional.of(Kind.INDEX_UNWRITABLE)));
            assertThat(found(keeper, "")).containsExactly("eins", "zwei");

            disk.setFull(false);
            await("the change", () -> found(keeper, "delta").equals(List.of("drei")));
            await("no trouble", () -> keeper.trouble().isEmpty());
        }
    }
}
