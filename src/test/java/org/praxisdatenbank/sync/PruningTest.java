package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

class PruningTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LogPosition BEGINNING = new LogPosition(0, 0);

    private SyncWorld world;
    private PruningStore pruning;
    private FollowerStore followers;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        pruning = new PruningStore(world.database().jdbi());
        followers = new FollowerStore(world.database().jdbi());
        world.save(practice("eins").titled("Alpha"), practice("zwei").titled("Beta"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void growOld() {
        world.execute("UPDATE change_log SET changed = changed - interval '8 days'");
    }

    private int prune() {
        return pruning.prune(WEEK, 1_000);
    }

    private static String generation(IndexKeeper keeper) {
        return keeper.index().state() instanceof IndexState.Ready ready ? ready.generation() : "";
    }

    @Test
    void old_rows_are_removed_a_few_at_a_time_and_young_ones_stay() {
        growOld();
        world.save(practice("drei"));

        assertThat(pruning.prune(WEEK, 1)).isEqualTo(1);
        assertThat(prune()).isEqualTo(1);
        assertThat(prune()).isZero();
        assertThat(world.count("change_log WHERE practice = 'drei'")).isEqualTo(1);
        assertThat(world.count("change_log")).isEqualTo(1);
    }

    @Test
    void what_a_running_server_has_not_read_stays_until_it_counts_as_dead() {
        growOld();
        UUID slow = UUID.randomUUID();
        followers.report(slow, "g", BEGINNING, Duration.ofHours(1));
        assertThat(prune()).isZero();

        followers.report(slow, "g", BEGINNING, Duration.ofMillis(1));
        await("it counts as dead", () -> world.count("follower WHERE alive_until > now()") == 0);
        assertThat(prune()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_yet_stays() {
        try (Handle older = world.database().jdbi().open()) {
            older.begin();
            older.execute("CREATE TEMPORARY TABLE something_else ()");
            world.save(practice("drei"));
            growOld();

            assertThat(prune()).isEqualTo(2);
            older.rollback();
        }
        assertThat(prune()).isEqualTo(1);
    }

    @Test
    void silent_followers_are_forgotten_in_the_end() {
        followers.report(UUID.randomUUID(), "g", BEGINNING, Duration.ofHours(1));
        followers.report(UUID.randomUUID(), "g", BEGINNING, Duration.ofMillis(1));
        await("one counts as dead", () -> world.count("follower WHERE alive_until > now()") == 1);

        assertThat(new Pruning(pruning, followers, Duration.ZERO).run()).isZero();
        assertThat(world.count("follower")).isEqualTo(1);
    }

    @Test
    void a_server_builds_an_old_index_anew_at_its_start() {
        String old;
        try (IndexKeeper keeper = world.open()) {
            old = generation(keeper);
        }
        world.save(practice("drei").titled("Gamma"));
        world.withdraw("eins");
        growOld();
        assertThat(prune()).isEqualTo(4);

        try (IndexKeeper keeper = world.open()) {
            assertThat(generation(keeper)).isNotEqualTo(old);
            assertThat(found(keeper, "")).containsExactly("drei", "zwei");
            assertThat(keeper.verify(Progress.NONE)).isEqualTo(new Verification(2, 2, 0, List.of()));
        }
    }

    @Test
    void an_index_that_has_read_all_that_was_removed_goes_on() {
        String old;
        try (IndexKeeper keeper = world.open()) {
            old = generation(keeper);
            world.save(practice("drei").titled("Gamma"));
            await("the change", () -> found(keeper, "gamma").equals(List.of("drei")));
        }
        growOld();
        assertThat(prune()).isEqualTo(3);
        world.save(practice("vier").titled("Delta"));

        try (IndexKeeper keeper = world.open()) {
            assertThat(generation(keeper)).isEqualTo(old);
            assertThat(found(keeper, "delta")).containsExactly("vier");
        }
    }

    /** Saves one practice more and removes its row before anybody can have read it. */
    private void saveAndPrune(String id) {
        world.database().jdbi().useTransaction(db -> {
            PracticeStore.save(db, List.of(practice(id).titled("Gamma").practice()), Authorship.COMMAND);
            db.execute("UPDATE change_log_pruned SET (transaction, position) ="
                    + " (SELECT transaction, position FROM change_log ORDER BY position DESC LIMIT 1)");
            db.execute("DELETE FROM change_log");
        });
    }

    @Test
    void a_running_server_that_has_fallen_behind_builds_anew_and_goes_on() {
        try (IndexKeeper keeper = world.open()) {
            String old = generation(keeper);
            saveAndPrune("drei");
            await("what no row tells of", () -> found(keeper, "gamma").equals(List.of("drei")));
            assertThat(generation(keeper)).isNotEqualTo(old);

            world.save(practice("vier").titled("Delta"));
            await("what a row tells of", () -> found(keeper, "delta").equals(List.of("vier")));
            assertThat(keeper.verify(Progress.NONE)).isEqualTo(new Verification(4, 4, 0, List.of()));
        }
    }

    @Test
    void commands_say_that_an_old_index_cannot_be_brought_up_to_date() {
        world.maintenance().reindex(Progress.NONE);
        saveAndPrune("drei");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> world.maintenance().verify(Progress.NONE))
                .withMessageContaining("stands before what the change log still holds")
                .withMessageContaining("Run reindex");

        assertThat(world.maintenance().reindex(Progress.NONE)).isEqualTo(3);
        assertThat(world.maintenance().verify(Progress.NONE).isEqual()).isTrue();
    }

    @Test
    void an_index_whose_changes_were_removed_while_it_was_built_is_thrown_away() {
        Progress slow = new Progress() {
            @Override
            public void phase(String name, long total) {
                if (name.equals("merge")) {
                    saveAndPrune("drei");
                }
            }

            @Override
            public void advance(long steps) {}

            @Override
            public void close() {}
        };
        try (IndexKeeper keeper = world.open()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> world.maintenance().reindex(slow))
                    .withMessageContaining("Nothing was switched");
            await("the server has built one itself", () -> found(keeper, "gamma")
                    .equals(List.of("drei")));
        }
        assertThat(world.maintenance().verify(Progress.NONE).isEqual()).isTrue();
    }

    @Test
    void a_log_that_was_copied_from_another_postgresql_is_followed_from_here() {
        try (IndexKeeper keeper = world.open()) {
            assertThat(found(keeper, "")).hasSize(2);
        }
        world.execute("UPDATE change_log SET transaction = '123456789012'");
        world.execute("UPDATE change_log_pruned SET transaction = '123456789011'");

        try (IndexKeeper keeper = world.open()) {
            assertThat(keeper.status().lag()).isEqualTo(Lag.NONE);
            world.save(practice("drei").titled("Gamma"));
            await("the change", () -> found(keeper, "gamma").equals(List.of("drei")));
            assertThat(keeper.verify(Progress.NONE)).isEqualTo(new Verification(3, 3, 0, List.of()));
        }
        assertThat(pruning.adopt()).isFalse();
    }
}
