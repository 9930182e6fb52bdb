package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.Program.Ended;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;

/** The command in a process of its own beside a running server; where a test wants to look at it, it is stopped. */
@SuppressWarnings("NullAway.Init")
final class ReindexIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INTERRUPTED = 130;

    private TestApp app;
    private List<String> before = List.of();

    @BeforeEach
    void start() throws IOException {
        app = TestApp.start();
        app.database()
                .database()
                .jdbi()
                .useTransaction(db -> PracticeStore.save(
                        db,
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> Samples.practice("angebot-" + i).practice())
                                .toList(),
                        Authorship.COMMAND));
        assertThat(run("verify")).extracting(Ended::status).isEqualTo(0); // the server has taken over all
        before = generations();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String[] command(String... arguments) {
        return Stream.concat(Stream.of(arguments), app.flags().stream()).toArray(String[]::new);
    }

    private Ended run(String... arguments) {
        return Program.run(command(arguments));
    }

    private Path folder() {
        return app.home().resolve("index");
    }

    /** Names of generations and pointers, without what is locked or merged in them. */
    private List<String> generations() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    /** Stopped where it has begun to index. */
    private Program stoppedBuild() {
        Program build = Program.start(command("reindex", "--json"));
        build.awaitLine("\"phase\":\"index\"");
        build.signal("STOP");
        return build;
    }

    /** One that has begun to index, and waits for a table until the transaction ends. */
    private Program heldUpBuild(Handle transaction) {
        transaction.begin();
        transaction.execute("LOCK TABLE practice_term IN ACCESS EXCLUSIVE MODE");
        Program build = Program.start(command("reindex", "--json"));
        build.awaitLine("\"phase\":\"index\"");
        return build;
    }

    @Test
    void a_second_one_is_refused_with_who_runs_the_first_and_ctrl_c_leaves_nothing_over() throws IOException {
        try (Handle database = app.database().database().jdbi().open();
                Program build = heldUpBuild(database)) {
            build.signal("INT");
            Ended second = run("reindex"); // while it runs the signal arrives
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.text())
                    .contains("Another process is rebuilding the index")
                    .contains("process " + build.pid() + " on ");

            database.rollback();
            assertThat(build.awaitEnd(PATIENCE)).isEqualTo(INTERRUPTED);
        }
        assertThat(generations()).isEqualTo(before);
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void another_process_cancels_it() throws IOException {
        try (Program build = stoppedBuild();
                Program cancel = Program.start(command("reindex", "--cancel"))) {
            while (!Files.exists(folder().resolve("build.cancel"))) {
                Thread.onSpinWait();
            }
            build.signal("CONT");

            assertThat(build.rest()).anySatisfy(line -> assertThat(line)
                    .startsWith(
                            "{\"event\":\"result\",\"status\":\"cancelled\",\"message\":\"The build was cancelled."));
            assertThat(build.awaitEnd(PATIENCE)).isEqualTo(1);
            assertThat(cancel.rest()).anySatisfy(line -> assertThat(line)
                    .startsWith("cancelled the build of process " + build.pid() + " on "));
            assertThat(cancel.awaitEnd(PATIENCE)).isZero();
        }
        assertThat(generations()).isEqualTo(before);
    }

    @Test
    void what_a_killed_one_has_left_holds_nobody_up() throws IOException {
        try (Program build = stoppedBuild()) {
            build.kill();
        }
        assertThat(folder().resolve("build.state")).exists();
        assertThat(run("reindex", "--cancel")).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.text()).contains("No index is being built");
        });
        assertThat(run("reindex", "--json")).satisfies(ended -> {
            assertThat(ended.status()).isZero();
            assertThat(ended.text().lines().filter(line -> line.startsWith("{")))
                    .last()
                    .asString()
                    .startsWith("{\"event\":\"result\",\"status\":\"done\",\"practices\":2159,\"seconds\":");
        });
        assertThat(folder().resolve("build.state")).doesNotExist();
    }

    @Test
    void two_things_at_once_are_wrong_usage() {
        assertThat(run("reindex", "--cancel", "--rollback").status()).isEqualTo(2);
        assertThat(run("reindex", "--json", "--cancel").status()).isEqualTo(2);
    }
}
