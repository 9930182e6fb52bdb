package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.Trouble.Kind;

/** Another database answers under the same address. */
class FailoverTest {
    private SyncWorld world;
    private SyncWorld other;

    @BeforeEach
    void worlds(@TempDir Path folder, @TempDir Path unused) {
        world = new SyncWorld(folder);
        world.save(practice("eins").titled("Alpha"), practice("zwei").titled("Beta"), practice("drei"));
        other = new SyncWorld(unused);
    }

    @AfterEach
    void close() {
        world.close();
        other.close();
    }

    private static void awaitTrouble(IndexKeeper keeper, Kind kind) {
        await(kind.id(), () -> keeper.trouble().map(Trouble::kind).equals(Optional.of(kind)));
    }

    @Test
    void an_empty_standby_does_not_wipe_the_index_and_the_right_database_is_followed_again() {
        try (IndexKeeper keeper = world.open()) {
            world.server.replaceBy(other.server);
            awaitTrouble(keeper, Kind.OTHER_DATABASE);

            assertThat(found(keeper, "")).containsExactly("drei", "eins", "zwei");
            assertThatExceptionOfType(OtherDatabase.class).isThrownBy(() -> keeper.verify(Progress.NONE));
            world.server.replaceBy(other.server);
            await("the right one", () -> keeper.trouble().isEmpty());
            world.save(practice("vier"));
            await("changes", () -> found(keeper, "").equals(List.of("drei", "eins", "vier", "zwei")));
        }
    }

    @Test
    void a_database_without_any_table_is_noticed_too() {
        other.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        try (IndexKeeper keeper = world.open()) {
            world.server.replaceBy(other.server);
            awaitTrouble(keeper, Kind.OTHER_DATABASE);

            assertThat(found(keeper, "alpha")).containsExactly("eins");
        }
    }

    @Test
    void at_a_start_with_an_empty_database_the_index_stays_until_a_person_says_reindex() {
        world.open().close();
        world.server.replaceBy(other.server);
        try (Database fresh = Database.open(world.server.address(), 2)) {
            IndexMaintenance command = new IndexMaintenance(fresh, world.setup());
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> command.verify(Progress.NONE))
                    .withMessageContaining("another one");
            try (IndexKeeper keeper = open(fresh)) {
                awaitTrouble(keeper, Kind.OTHER_DATABASE);
                assertThat(found(keeper, "")).containsExactly("drei", "eins", "zwei");

                command.reindex(Progress.NONE);

                await("the empty one", () -> found(keeper, "").isEmpty());
                await("no trouble", () -> keeper.trouble().isEmpty());
            }
        }
    }

    private IndexKeeper open(Database database) {
        return IndexKeeper.open(
                database, world.setup(), Following.DEFAULT.looking(Duration.ofMillis(20)), Progress.NONE);
    }

    @Test
    void another_database_of_like_size_is_taken_over_and_the_old_index_kept_for_a_way_back() {
        other.save(practice("anders").titled("Anders"), practice("fremd").titled("Fremd"));
        try (IndexKeeper keeper = world.open()) {
            String before = generation(keeper);
            world.server.replaceBy(other.server);

            await("the other one", () -> found(keeper, "").equals(List.of("anders", "fremd")));
            await("no trouble", () -> keeper.trouble().isEmpty());
            assertThat(world.folder.resolve(before)).exists();
            assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
        }
    }

    private static String generation(IndexKeeper keeper) {
        return keeper.index().state() instanceof IndexState.Ready ready ? ready.generation() : "";
    }
}
