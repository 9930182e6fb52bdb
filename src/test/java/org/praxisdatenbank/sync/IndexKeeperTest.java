package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

class IndexKeeperTest {
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

    @Test
    void what_is_in_the_database_is_found_at_the_first_start() {
        try (IndexKeeper keeper = world.open()) {
            assertThat(found(keeper, "")).containsExactly("eins", "zwei");
            assertThat(keeper.status().lag()).isEqualTo(Lag.NONE);
        }
    }

    @Test
    void changes_are_found_while_the_server_runs() {
        try (IndexKeeper keeper = world.open()) {
            world.save(practice("eins").titled("Gamma"), practice("drei").titled("Delta"));
            world.withdraw("zwei");

            await(
                    "all changes",
                    () -> found(keeper, "").equals(List.of("drei", "eins"))
                            && found(keeper, "gamma").equals(List.of("eins")));
            assertThat(keeper.verify(Progress.NONE)).isEqualTo(new Verification(2, 2, 0, List.of()));
        }
    }

    @Test
    void changes_while_no_server_ran_are_found_at_its_start() {
        String generation;
        try (IndexKeeper keeper = world.open()) {
            generation = generation(keeper);
        }
        world.save(practice("drei").titled("Delta"));
        try (IndexKeeper keeper = world.open()) {
            assertThat(found(keeper, "")).containsExactly("drei", "eins", "zwei");
            assertThat(generation(keeper)).isEqualTo(generation);
        }
    }

    @Test
    void a_transaction_that_commits_late_is_not_skipped() {
        try (IndexKeeper keeper = world.open()) {
            try (Handle late = world.database().jdbi().open()) {
                late.begin();
                PracticeStore.save(
                        late, List.of(practice("spaet").titled("Spät").practice()), Authorship.COMMAND);
                world.save(practice("frueh").titled("Früh"));
                await("the early one in the log", () -> keeper.status().lag().rows() > 0);
                late.commit();
            }
            await("both", () -> found(keeper, "").equals(List.of("eins", "frueh", "spaet", "zwei")));
        }
    }

    @Test
    void a_running_server_switches_to_a_generation_that_another_process_built() {
        try (IndexKeeper keeper = world.open()) {
            String before = generation(keeper);

            assertThat(world.maintenance().reindex(Progress.NONE)).isEqualTo(2);

            await("another generation", () -> !generation(keeper).equals(before));
            world.save(practice("drei").titled("Delta"));
            await("changes after the switch", () -> found(keeper, "delta").equals(List.of("drei")));
        }
    }

    @Test
    void the_generation_before_is_kept_for_a_way_back_and_older_ones_go() {
        try (IndexKeeper keeper = world.open()) {
            String first = generation(keeper);
            String second = rebuilt(keeper);
            assertThat(world.folder.resolve(first)).exists();
            String third = rebuilt(keeper);
            await("the first is deleted", () -> !Files.exists(world.folder.resolve(first)));
            world.save(practice("drei").titled("Delta"));
            await("the change", () -> found(keeper, "delta").equals(List.of("drei")));

            assertThat(world.maintenance().rollBack()).isEqualTo(second);

            await("the generation before", () -> generation(keeper).equals(second));
            await("what has changed since", () -> found(keeper, "delta").equals(List.of("drei")));
            assertThat(world.maintenance().verify(Progress.NONE).isEqual()).isTrue();
            assertThat(world.maintenance().rollBack()).isEqualTo(third);
        }
    }

    @Test
    void what_is_found_stays_found_while_an_older_generation_takes_over() {
        try (IndexKeeper keeper = world.open()) {
            String first = generation(keeper);
            rebuilt(keeper);
            for (String id : List.of("drei", "vier", "fuenf")) {
                world.save(practice(id).titled("Delta"));
                await("the change", () -> found(keeper, "delta").contains(id));
                String before = generation(keeper);
                world.maintenance().rollBack();

                while (generation(keeper).equals(before)) {
                    assertThat(found(keeper, "delta")).contains(id);
                }
                assertThat(found(keeper, "delta")).contains(id);
            }
            assertThat(generation(keeper)).isEqualTo(first);
        }
    }

    @Test
    void the_way_back_needs_no_database_where_the_live_generation_is_of_the_same_make() {
        world.maintenance().reindex(Progress.NONE);
        String first = live();
        world.maintenance().reindex(Progress.NONE);

        String previous = IndexMaintenance.rollBack(world.folder, () -> {
            throw new IllegalStateException("asked the database");
        });

        assertThat(previous).isEqualTo(first).isEqualTo(live());
    }

    @Test
    void a_damaged_live_generation_does_not_stand_in_the_way_back() throws IOException {
        world.maintenance().reindex(Progress.NONE);
        String first = live();
        world.maintenance().reindex(Progress.NONE);
        try (DirectoryStream<Path> commits = Files.newDirectoryStream(world.folder.resolve(live()), "segments_*")) {
            for (Path commit : commits) {
                Files.write(commit, new byte[100]);
            }
        }

        assertThat(world.maintenance().rollBack()).isEqualTo(first);
    }

    private String live() {
        return new Generations(world.setup()).live().orElseThrow();
    }

    @Test
    void without_a_generation_before_there_is_no_way_back() {
        try (IndexKeeper keeper = world.open()) {
            String only = generation(keeper);

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> world.maintenance().rollBack())
                    .withMessageContaining("no generation of the index before");
            assertThat(generation(keeper)).isEqualTo(only);
        }
    }

    private String rebuilt(IndexKeeper keeper) {
        String before = generation(keeper);
        world.maintenance().reindex(Progress.NONE);
        await("another generation", () -> !generation(keeper).equals(before));
        return generation(keeper);
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused() {
        try (IndexKeeper keeper = world.open()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(world::open)
                    .withMessageContaining("in use by another process");
            assertThat(found(keeper, "alpha")).containsExactly("eins");
        }
    }

    @Test
    void a_server_waits_for_a_command_that_uses_the_index() {
        world.maintenance().reindex(Progress.NONE);
        PracticeIndex command = PracticeIndex.open(world.setup());
        CompletableFuture<IndexKeeper> server = CompletableFuture.supplyAsync(world::open);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> server.get(200, TimeUnit.MILLISECONDS));
        command.close();
        try (IndexKeeper keeper = server.join()) {
            assertThat(found(keeper, "alpha")).containsExactly("eins");
        }
    }

    @Test
    void an_index_of_another_database_is_built_anew() {
        world.execute("ALTER TABLE change_log ALTER COLUMN position RESTART WITH 1");
        try (IndexKeeper keeper = world.open()) {
            assertThat(found(keeper, "")).hasSize(2);
        }
        try (SyncWorld other = new SyncWorld(world.folder)) {
            other.save(practice("anders").titled("Anders"));
            try (IndexKeeper keeper = other.open()) {
                assertThat(found(keeper, "")).containsExactly("anders");
            }
        }
    }

    @Test
    void searching_goes_on_while_the_database_is_away_and_following_resumes() {
        try (IndexKeeper keeper = world.open()) {
            world.execute("ALTER TABLE change_log RENAME TO away");
            await("a failed look", () -> isFailing(keeper));
            assertThat(found(keeper, "alpha")).containsExactly("eins");

            world.execute("ALTER TABLE away RENAME TO change_log");
            world.save(practice("drei").titled("Delta"));
            await("the change", () -> found(keeper, "delta").equals(List.of("drei")));
        }
    }

    private static boolean isFailing(IndexKeeper keeper) {
        try {
            keeper.status();
            return false;
        } catch (RuntimeException noSuchTable) {
            return true;
        }
    }

    private static String generation(IndexKeeper keeper) {
        return keeper.index().state() instanceof IndexState.Ready ready ? ready.generation() : "";
    }
}
