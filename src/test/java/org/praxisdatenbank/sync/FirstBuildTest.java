package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;
import static org.praxisdatenbank.sync.SyncWorld.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** A server whose index is still to be built. */
class FirstBuildTest {
    private final Pause pause = new Pause("merge");
    private SyncWorld world;

    @BeforeEach
    void world(@TempDir Path folder) {
        world = new SyncWorld(folder);
        world.save(practice("eins").titled("Alpha"), practice("zwei").titled("Beta"));
    }

    @AfterEach
    void close() {
        pause.goOn();
        world.close();
    }

    /** Returns while its build pauses. */
    private IndexKeeper start() {
        IndexKeeper keeper = IndexKeeper.start(
                world.database(), world.setup(), Following.DEFAULT.looking(Duration.ofMillis(20)), pause);
        pause.awaitReached();
        return keeper;
    }

    private static void assertNothingIsAnswered(IndexKeeper keeper) {
        assertThat(keeper.index().isServing()).isFalse();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> found(keeper, "alpha"));
    }

    @Test
    void it_starts_at_once_and_serves_when_the_index_is_there() {
        try (IndexKeeper keeper = start()) {
            assertNothingIsAnswered(keeper);

            pause.goOn();
            assertThat(keeper.awaitServing()).isTrue();
            assertThat(found(keeper, "alpha")).containsExactly("eins");
        }
    }

    @Test
    void closing_ends_the_build_and_leaves_nothing_behind() throws IOException {
        start().close();

        try (Stream<Path> left = Files.list(world.folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("build.lock", "write.lock");
        }
    }

    @Test
    void an_index_of_another_version_is_not_served_and_stays_for_the_version_that_made_it() {
        IndexSetup other = new IndexSetup(world.folder, otherLabels(), Samples.GERMAN, Clock.systemUTC());
        new IndexMaintenance(world.database(), other).reindex(Progress.NONE);
        try (IndexKeeper keeper = start()) {
            assertNothingIsAnswered(keeper);
            assertThat(keeper.status().state()).isInstanceOf(IndexState.OtherVersion.class);

            pause.goOn();
            assertThat(keeper.awaitServing()).isTrue();
        }
        new IndexMaintenance(world.database(), other).rollBack();
        assertThat(new IndexMaintenance(world.database(), other)
                        .verify(Progress.NONE)
                        .isEqual())
                .isTrue();
    }

    private static Vocabularies otherLabels() {
        List<Term> terms = Stream.of(Vocabulary.values())
                .flatMap(list -> Samples.VOCABULARIES.terms(list).stream())
                .filter(term -> !term.id().value().equals("partizipation"))
                .toList();
        return new Vocabularies(terms, Samples.VOCABULARIES.criteria(), Samples.VOCABULARIES.states());
    }

    @Test
    void an_index_of_another_database_answers_nothing_and_there_is_no_way_back_to_it() {
        world.maintenance().reindex(Progress.NONE);
        try (SyncWorld other = new SyncWorld(world.folder)) {
            other.save(practice("anders").titled("Anders"));
            try (IndexKeeper keeper = IndexKeeper.start(
                    other.database(), other.setup(), Following.DEFAULT.looking(Duration.ofMillis(20)), pause)) {
                pause.awaitReached();
                assertNothingIsAnswered(keeper);
                assertThat(keeper.status().state()).isInstanceOf(IndexState.Missing.class);

                pause.goOn();
                assertThat(keeper.awaitServing()).isTrue();
                assertThat(found(keeper, "")).containsExactly("anders");
            }
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> other.maintenance().rollBack());
        }
    }

    @Test
    void a_cancelled_build_is_not_begun_again_but_one_by_another_process_is_served() {
        try (IndexKeeper keeper = start()) {
            SyncWorld.await(
                    "the build", () -> new Builds(world.folder).underWay().isPresent());
            new Builds(world.folder).cancel();
            assertNothingIsAnswered(keeper);

            world.maintenance().reindex(Progress.NONE);

            assertThat(keeper.awaitServing()).isTrue();
            assertThat(found(keeper, "alpha")).containsExactly("eins");
        }
    }
}
