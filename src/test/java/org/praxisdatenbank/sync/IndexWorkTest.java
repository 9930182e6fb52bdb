package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.sync.IndexOutcome.Built;
import org.praxisdatenbank.sync.IndexOutcome.Cancelled;
import org.praxisdatenbank.sync.IndexOutcome.Compared;
import org.praxisdatenbank.sync.IndexOutcome.Failed;
import org.praxisdatenbank.sync.IndexOutcome.Reason;
import org.praxisdatenbank.sync.IndexOutcome.WentBack;

/** What people have done to the index of a running server. */
class IndexWorkTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private SyncWorld world;
    private IndexKeeper keeper;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        world.save(practice("eins"), practice("zwei"), practice("drei"));
        keeper = world.open();
    }

    @AfterEach
    void close() {
        keeper.close();
        world.close();
    }

    private IndexTasks tasks() {
        return new IndexTasks(world.database(), world.setup(), keeper);
    }

    private IndexOutcome done(IndexTask task) {
        try (IndexWork work = new IndexWork(world.database(), world.setup(), keeper)) {
            assertThat(work.begin(task)).isTrue();
            work.awaitEnd(LONG);
            return work.last().orElseThrow().outcome();
        }
    }

    private String served() {
        return keeper.index().state() instanceof IndexState.Ready ready ? ready.generation() : "";
    }

    private void change(String id) {
        world.execute("UPDATE practice SET title = 'Anders' WHERE id = '" + id + "'");
    }

    @Test
    void what_is_built_is_served_when_it_is_done_and_one_can_go_back() {
        String first = served();

        IndexOutcome built = done(IndexTask.REINDEX);

        assertThat(built).isEqualTo(new Built(served(), 3));
        assertThat(served()).isNotEqualTo(first);
        assertThat(new Generations(world.setup()).before())
                .isInstanceOfSatisfying(IndexState.Ready.class, ready -> assertThat(ready.generation())
                        .isEqualTo(first));
        assertThat(done(IndexTask.ROLLBACK)).isEqualTo(new WentBack(first));
        assertThat(served()).isEqualTo(first);
    }

    @Test
    void without_a_generation_before_there_is_no_way_back() {
        assertThat(done(IndexTask.ROLLBACK)).isEqualTo(new Failed(Reason.NO_EARLIER));
    }

    @Test
    void a_row_changed_behind_the_back_is_found_and_taken_over() {
        change("zwei");
        Verification different = new Verification(3, 3, 0, List.of(new Difference.Stale(new PracticeId("zwei"))));

        assertThat(done(IndexTask.VERIFY)).isEqualTo(new Compared(different));
        assertThat(keeper.lastCheck().orElseThrow().result()).isEqualTo(different);
        assertThat(done(IndexTask.REPAIR)).isEqualTo(new Compared(new Verification(3, 3, 0, List.of())));
        assertThat(keeper.lastCheck().orElseThrow().result().isEqual()).isTrue();
        assertThat(SyncWorld.found(keeper, "anders")).containsExactly("zwei");
    }

    @Test
    void a_repair_compares_first_where_nobody_has() {
        change("drei");

        assertThat(done(IndexTask.REPAIR)).isEqualTo(new Compared(new Verification(3, 3, 0, List.of())));
        assertThat(SyncWorld.found(keeper, "anders")).containsExactly("drei");
    }

    @Test
    void one_thing_at_a_time_and_a_build_can_be_ended() {
        String before = served();
        Pause pause = new Pause("merge");
        Builds builds = new Builds(world.folder);
        try (IndexWork work = new IndexWork((task, progress) -> tasks().run(task, pause))) {
            assertThat(work.begin(IndexTask.REINDEX)).isTrue();
            pause.awaitReached();
            assertThat(work.running().orElseThrow().task()).isEqualTo(IndexTask.REINDEX);
            assertThat(work.begin(IndexTask.VERIFY)).isFalse();
            SyncWorld.await("the build", () -> builds.underWay().isPresent());

            assertThat(builds.askToEnd()).isPresent();
            work.awaitEnd(LONG);

            assertThat(work.last().orElseThrow().outcome()).isEqualTo(new Cancelled());
            assertThat(work.running()).isEmpty();
        }
        assertThat(builds.askToEnd().map(BuildState.Owner::text)).isEmpty();
        assertThat(served()).isEqualTo(before);
    }

    @Test
    void closing_ends_what_is_being_done_and_nothing_begins_after_it() {
        Pause pause = new Pause("index");
        IndexWork work = new IndexWork((task, progress) -> tasks().run(task, pause));
        work.begin(IndexTask.REINDEX);
        pause.awaitReached();

        work.close();

        assertThat(work.last().orElseThrow().outcome()).isEqualTo(new Cancelled());
        assertThat(work.begin(IndexTask.VERIFY)).isFalse();
    }

    @Test
    void how_far_it_is_can_be_asked() {
        Pause pause = new Pause("end");
        try (IndexWork work = new IndexWork((task, progress) -> {
            progress.phase("verify", 8);
            progress.advance(2);
            pause.phase("end", -1);
            return new Cancelled();
        })) {
            work.begin(IndexTask.VERIFY);
            pause.awaitReached();

            assertThat(work.running().orElseThrow().step())
                    .satisfies(step -> assertThat(List.of(step.phase(), step.done(), step.total()))
                            .containsExactly("verify", 2L, 8L));
            pause.goOn();
        }
    }

    @Test
    void while_somebody_else_builds_a_build_fails_and_says_why() {
        try (Generation other = Generation.start(world.setup())) {
            assertThat(other.isCancelled()).isFalse();
            assertThat(done(IndexTask.REINDEX)).isEqualTo(new Failed(Reason.BUSY));
            assertThat(done(IndexTask.VERIFY)).isInstanceOf(Compared.class);
        }
    }

    @Test
    void an_error_is_an_outcome_too() {
        try (IndexWork work = new IndexWork((task, progress) -> {
            throw new IllegalStateException("a bug");
        })) {
            work.begin(IndexTask.VERIFY);
            work.awaitEnd(LONG);

            assertThat(work.last().orElseThrow().outcome()).isEqualTo(new Failed(Reason.UNKNOWN));
        }
    }
}
