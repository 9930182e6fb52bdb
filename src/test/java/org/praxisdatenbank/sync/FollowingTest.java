package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;

/** Mostly with a follower that by itself would look once an hour: what it takes over it was told of. */
class FollowingTest {
    private static final Following TOLD = Following.DEFAULT.looking(Duration.ofHours(1));
    private static final int CONNECTIONS = 8;

    private SyncWorld world;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        world.save(practice("eins").titled("Alpha"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_follower_is_told_of_a_change() {
        try (IndexKeeper keeper = world.open(TOLD)) {
            world.save(practice("zwei").titled("Beta"));
            await("the new one", () -> found(keeper, "").equals(List.of("eins", "zwei")));
            world.withdraw("eins");
            await("the withdrawn one", () -> found(keeper, "").equals(List.of("zwei")));
            await("nothing is missing", () -> keeper.status().lag().equals(Lag.NONE));
        }
    }

    @Test
    void a_follower_whose_listening_was_cut_listens_again() {
        try (IndexKeeper keeper = world.open(TOLD)) {
            for (String id : List.of("zwei", "drei")) {
                await("it listens", () -> world.count(SyncWorld.LISTENING) == 1);
                world.execute("SELECT pg_terminate_backend(pid) FROM " + SyncWorld.LISTENING);
                world.save(practice(id).titled("Beta"));
                await("the change", () -> found(keeper, "beta").contains(id));
            }
        }
    }

    @Test
    void a_follower_that_nobody_tells_looks_by_itself() {
        world.execute("DROP TRIGGER change_log_is_told ON change_log");
        try (IndexKeeper keeper = world.open()) {
            world.save(practice("zwei").titled("Beta"));
            await("the change", () -> found(keeper, "beta").equals(List.of("zwei")));
        }
    }

    @Test
    void what_an_older_transaction_held_back_is_found_though_nobody_tells_of_its_end() {
        try (IndexKeeper keeper = world.open(TOLD);
                Handle older = world.database().jdbi().open()) {
            older.begin();
            older.execute("CREATE TEMPORARY TABLE something_else ()");
            world.save(practice("zwei").titled("Beta"));
            await("lag", () -> keeper.status().lag().rows() == 1);
            assertThat(keeper.status().lag().time()).isPositive();
            assertThat(found(keeper, "beta")).isEmpty();

            older.rollback();

            await("the change", () -> found(keeper, "beta").equals(List.of("zwei")));
            await("nothing is missing", () -> keeper.status().lag().equals(Lag.NONE));
        }
    }

    static List<Long> seeds() {
        long first = Long.getLong("praxis.seed", System.nanoTime());
        return List.of(first, first + 1, first + 2);
    }

    /** The seed is the test's parameter; -Dpraxis.seed repeats it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void transactions_that_overlap_in_any_way_are_all_taken_over(long seed) {
        try (IndexKeeper keeper = world.open(TOLD);
                Database writers = Database.open(world.server.address(), CONNECTIONS)) {
            long committed = interleave(writers, new Random(seed));

            await("all that was committed", () -> found(keeper, "beta").size() == Math.min(committed, 10));
            await("nothing is missing", () -> keeper.status().lag().equals(Lag.NONE));
            assertThat(keeper.verify(Progress.NONE))
                    .isEqualTo(new Verification(committed + 1, committed + 1, 0, List.of()));
        }
    }

    /** Several transactions are open at a time; each writes some practices, and most commit, in an order of their own. */
    private static long interleave(Database writers, Random random) {
        List<Writer> open = new ArrayList<>();
        long committed = 0;
        for (int step = 0; step < 120; step++) {
            if (open.size() < CONNECTIONS && random.nextBoolean()) {
                open.add(new Writer(writers.jdbi().open()));
            }
            if (!open.isEmpty()) {
                Writer writer = open.get(random.nextInt(open.size()));
                writer.write("nummer-" + step);
                if (random.nextInt(3) == 0) {
                    open.remove(writer);
                    committed += writer.end(random.nextInt(4) > 0);
                }
            }
        }
        for (Writer writer : open) {
            committed += writer.end(true);
        }
        return committed;
    }

    private static final class Writer {
        private final Handle transaction;
        private int written;

        Writer(Handle transaction) {
            this.transaction = transaction.begin();
        }

        void write(String id) {
            PracticeStore.save(transaction, List.of(practice(id).titled("Beta").practice()), Authorship.COMMAND);
            written++;
        }

        int end(boolean isCommit) {
            try (transaction) {
                if (isCommit) {
                    transaction.commit();
                    return written;
                }
                transaction.rollback();
                return 0;
            }
        }
    }

    @Test
    void servers_follow_each_with_its_own_place_and_leave_when_they_end(@TempDir Path other) {
        try (IndexKeeper one = world.open(TOLD)) {
            try (IndexKeeper two = IndexKeeper.open(world.database(), SyncWorld.setup(other), TOLD, Progress.NONE)) {
                world.save(practice("zwei").titled("Beta"));
                await(
                        "both find it",
                        () -> found(one, "beta").equals(found(two, "beta"))
                                && found(one, "beta").size() == 1);
                await(
                        "both say so",
                        () -> world.count(
                                        "follower WHERE (transaction, position) >="
                                                + " (SELECT transaction, position FROM change_log ORDER BY position DESC LIMIT 1)")
                                == 2);
                assertThat(world.count("(SELECT DISTINCT generation FROM follower) AS indexes"))
                        .isEqualTo(2);
            }
            assertThat(world.count("follower")).isEqualTo(1);
        }
        assertThat(world.count("follower")).isZero();
    }
}
