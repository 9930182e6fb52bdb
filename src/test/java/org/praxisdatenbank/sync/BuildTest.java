package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/** A build that stops where a test wants to look at it. */
class BuildTest {
    private SyncWorld world;
    private Builds builds;
    private List<String> before = List.of();

    @BeforeEach
    void world(@TempDir Path folder) throws IOException {
        world = new SyncWorld(folder);
        world.save(practice("eins"), practice("zwei"), practice("drei"));
        world.maintenance().reindex(Progress.NONE);
        builds = new Builds(folder);
        before = files();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(world.folder)) {
            return all.map(Path::toString)
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    private PausedBuild pausedAt(String phase) {
        return PausedBuild.start(world, phase);
    }

    private BuildState seen(String phase) {
        SyncWorld.await("the build at " + phase, () -> builds.underWay()
                .filter(state -> state.step().phase().equals(phase))
                .isPresent());
        return builds.underWay().orElseThrow();
    }

    @Test
    void others_see_who_builds_and_how_far_it_is() {
        try (PausedBuild build = pausedAt("verify")) {
            BuildState state = seen("verify");

            assertThat(state.owner().pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(state.owner().host()).isNotBlank();
            assertThat(state.owner().generation()).startsWith("generation-");
            assertThat(state.step().total()).isEqualTo(3);
            build.goOn();
            assertThat(build.result()).isCompletedWithValue(3L);
        }
        assertThat(builds.underWay()).isEmpty();
    }

    @Test
    void a_second_build_is_refused_with_who_runs_the_first() {
        try (PausedBuild build = pausedAt("merge")) {
            BuildState state = seen("merge");

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> world.maintenance().reindex(Progress.NONE))
                    .withMessageContaining("Another process is rebuilding the index in " + world.folder)
                    .withMessageContaining("process " + state.owner().pid() + " on "
                            + state.owner().host() + ", since "
                            + state.owner().since() + ", now at merge.")
                    .withMessageContaining("reindex --cancel");
            build.goOn();
            assertThat(build.result()).isCompletedWithValue(3L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "merge", "verify", "catch up"})
    void who_cancels_a_build_finds_all_as_it_was(String phase) throws IOException {
        try (PausedBuild build = pausedAt(phase)) {
            BuildState state = seen(phase);

            assertThat(builds.cancel()).isEqualTo(state.owner());

            assertThatThrownBy(() -> build.result().get()).isInstanceOf(CancellationException.class);
        }
        assertThat(files()).isEqualTo(before);
        assertThat(world.maintenance().verify(Progress.NONE).isEqual()).isTrue();
        assertThat(world.maintenance().reindex(Progress.NONE)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "merge", "verify", "catch up"})
    void a_build_whose_thread_is_interrupted_leaves_nothing_behind(String phase) throws IOException {
        try (PausedBuild build = pausedAt(phase)) {
            seen(phase);
            build.interrupt();

            assertThatThrownBy(() -> build.result().get()).isInstanceOf(CancellationException.class);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void without_a_build_there_is_nothing_to_cancel() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(builds::cancel)
                .withMessage("No index is being built in " + world.folder + ".");
    }

    @Test
    void what_a_killed_build_has_left_is_seen_as_that() throws IOException {
        String left = "";
        try (PausedBuild build = pausedAt("index")) {
            seen("index");
            left = Files.readString(world.folder.resolve("build.state"));
            build.goOn();
            assertThat(build.result()).isCompletedWithValue(3L);
        }
        Files.writeString(world.folder.resolve("build.state"), left);

        assertThat(builds.underWay()).isEmpty();
        assertThat(world.folder.resolve("build.state")).doesNotExist();
    }

    @Test
    void a_wish_to_cancel_that_came_too_late_does_not_end_the_next_build() throws IOException {
        Files.writeString(world.folder.resolve("build.cancel"), "generation-that-is-over");

        assertThat(world.maintenance().reindex(Progress.NONE)).isEqualTo(3);
        assertThat(world.folder.resolve("build.cancel")).doesNotExist();
    }

    @Test
    void what_is_no_state_is_nobodys_build() throws IOException {
        Files.writeString(world.folder.resolve("build.state"), "pid=many");

        assertThat(builds.underWay()).isEqualTo(Optional.empty());
    }
}
