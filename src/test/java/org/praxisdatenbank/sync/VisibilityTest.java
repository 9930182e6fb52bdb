package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.sync.Visibility.Outcome;

class VisibilityTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private SyncWorld world;
    private Visibility visibility;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        visibility = new Visibility(world.database());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Returns the id of the transaction. */
    private long save(String id) {
        return world.database().jdbi().inTransaction(db -> {
            assertThat(PracticeStore.transaction(db)).isEmpty();
            PracticeStore.save(db, List.of(practice(id).titled("Alpha").practice()), Authorship.COMMAND);
            return PracticeStore.transaction(db).orElseThrow();
        });
    }

    @Test
    void what_was_waited_for_is_found() {
        try (IndexKeeper keeper = world.open(Following.DEFAULT)) {
            SyncWorld.await("its first report", () -> world.count("follower") == 1);
            for (String id : List.of("eins", "zwei", "drei")) {
                assertThat(visibility.await(save(id), LONG)).isEqualTo(Outcome.NOW);
                assertThat(found(keeper, "alpha")).contains(id);
            }
        }
    }

    @Test
    void without_a_running_server_nobody_is_waited_for() {
        assertThat(visibility.await(save("eins"), LONG)).isEqualTo(Outcome.WITHOUT_SERVER);
    }

    @Test
    void a_server_that_does_not_come_up_is_waited_for_so_long_only() {
        try (IndexKeeper keeper = world.open(Following.DEFAULT)) {
            new FollowerStore(world.database().jdbi())
                    .report(UUID.randomUUID(), "g", new LogPosition(0, 0), Duration.ofHours(1));
            assertThat(visibility.await(save("eins"), Duration.ofMillis(100))).isEqualTo(Outcome.SOON);
            assertThat(keeper.verifiedAt()).isEmpty();
        }
    }

    @Test
    void a_server_that_counts_as_dead_is_not_waited_for() {
        new FollowerStore(world.database().jdbi())
                .report(UUID.randomUUID(), "g", new LogPosition(0, 0), Duration.ofMillis(1));
        SyncWorld.await("it counts as dead", () -> world.count("follower WHERE alive_until > now()") == 0);

        assertThat(visibility.await(save("eins"), LONG)).isEqualTo(Outcome.WITHOUT_SERVER);
    }

    @Test
    void a_transaction_that_changed_no_practice_needs_no_waiting() {
        long other = world.database().jdbi().inTransaction(db -> {
            db.execute("CREATE TABLE something_else ()");
            return PracticeStore.transaction(db).orElseThrow();
        });
        assertThat(visibility.await(other, LONG)).isEqualTo(Outcome.NOW);
    }
}
