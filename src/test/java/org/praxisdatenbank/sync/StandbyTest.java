package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.await;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.Relay;
import org.praxisdatenbank.db.TestCluster;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.Trouble.Kind;

/** A whole PostgreSQL stops, starts again, falls silent, or gives its place to a standby. */
class StandbyTest {
    @TempDir
    private Path folder;

    private TestCluster primary;
    private Relay relay;

    @BeforeEach
    void start() {
        primary = TestCluster.create(folder.resolve("primary"));
        relay = Relay.to(primary.address());
        save(primary, practice("eins").titled("Alpha"), practice("zwei").titled("Beta"));
    }

    @AfterEach
    void stop() {
        relay.close();
        primary.close();
    }

    private static void save(TestCluster cluster, Samples... practices) {
        try (Database database = Database.open(cluster.address(), 1)) {
            Arrays.stream(practices).forEach(each -> database.jdbi()
                    .useTransaction(db -> PracticeStore.save(db, List.of(each.practice()), Authorship.COMMAND)));
        }
    }

    private Database open() {
        return Database.open(relay.through(primary.address()), 2, Duration.ofSeconds(1));
    }

    private IndexKeeper keeper(Database database) {
        IndexSetup setup =
                new IndexSetup(folder.resolve("index"), Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC());
        return IndexKeeper.open(database, setup, Following.DEFAULT.looking(Duration.ofMillis(20)), Progress.NONE);
    }

    private static void awaitAway(IndexKeeper keeper) {
        await("an outage", () -> keeper.trouble().map(Trouble::kind).equals(Optional.of(Kind.DATABASE_AWAY)));
    }

    @Test
    void a_server_that_is_stopped_and_started_again_is_followed_again() {
        try (Database database = open();
                IndexKeeper keeper = keeper(database)) {
            primary.stop();
            relay.cut();
            awaitAway(keeper);
            assertThat(found(keeper, "")).containsExactly("eins", "zwei");
            assertThatExceptionOfType(RuntimeException.class)
                    .as("no false alarm")
                    .isThrownBy(() -> keeper.verify(Progress.NONE))
                    .matches(Outage::isBehind);

            primary.startAgain();
            relay.leadTo(primary.address());
            save(primary, practice("drei").titled("Delta"));

            await("the change", () -> found(keeper, "delta").equals(List.of("drei")));
            await("no trouble", () -> keeper.trouble().isEmpty());
        }
    }

    @Test
    void a_server_that_falls_silent_is_noticed_and_followed_again() {
        try (Database database = open();
                IndexKeeper keeper = keeper(database)) {
            relay.fallSilent();
            awaitAway(keeper);
            save(primary, practice("drei").titled("Delta"));
            relay.comeBack();

            await("the change", () -> found(keeper, "delta").equals(List.of("drei")));
            await("no trouble", () -> keeper.trouble().isEmpty());
        }
    }

    @Test
    void an_older_state_of_the_database_is_noticed_and_the_index_built_from_it() {
        primary.stop();
        try (TestCluster standby = primary.copy(folder.resolve("standby"))) {
            primary.startAgain();
            relay.leadTo(primary.address());
            try (Database database = open();
                    IndexKeeper keeper = keeper(database)) {
                save(primary, practice("verloren").titled("Verloren"));
                await("the change", () -> found(keeper, "verloren").equals(List.of("verloren")));

                relay.leadTo(standby.address());
                relay.cut();

                await("the older state", () -> found(keeper, "").equals(List.of("eins", "zwei")));
                await("no trouble", () -> keeper.trouble().isEmpty());
                assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
            }
        }
    }

    @Test
    void a_promoted_standby_that_lost_changes_and_has_gone_on_since_is_noticed() {
        primary.stop();
        try (TestCluster standby = primary.promotedCopy(folder.resolve("standby"))) {
            primary.startAgain();
            relay.leadTo(primary.address());
            try (Database database = open();
                    IndexKeeper keeper = keeper(database)) {
                save(primary, practice("verloren").titled("Verloren"));
                await("the change", () -> found(keeper, "verloren").equals(List.of("verloren")));

                save(standby, practice("drei"), practice("vier"), practice("fuenf"));
                relay.leadTo(standby.address());
                relay.cut();

                await("the standby", () -> found(keeper, "").equals(List.of("drei", "eins", "fuenf", "vier", "zwei")));
                await("no trouble", () -> keeper.trouble().isEmpty());
                assertThat(keeper.verify(Progress.NONE).isEqual()).isTrue();
            }
        }
    }
}
