package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;

/** What happens between processes, and when they are killed. */
class EmbeddedDatabaseIT {
    private static final String NOTHING = "SELECT 'nothing'";

    @TempDir
    private Path home;

    @BeforeEach
    void copyPrototype() throws IOException {
        Prototype.copyTo(home);
    }

    /** Starts in a child, with one committed row. */
    private ChildProgram childWithData(Use use) throws Exception {
        ChildProgram child = ChildProgram.start(home, use, NOTHING);
        assertThat(child.line()).isEqualTo("answer nothing");
        try (EmbeddedDatabase embedded = EmbeddedDatabase.startOrAttach(home, Use.COMMAND);
                Database database = Database.open(embedded.address(), 1)) {
            database.jdbi().useHandle(db -> db.execute("CREATE TABLE five AS SELECT 5 AS n"));
        }
        return child;
    }

    private String readFive() {
        try (EmbeddedDatabase embedded = EmbeddedDatabase.startOrAttach(home, Use.SERVE);
                Database database = Database.open(embedded.address(), 1)) {
            return database.jdbi().withHandle(db -> db.createQuery("SELECT n FROM five")
                    .mapTo(String.class)
                    .one());
        }
    }

    private long postmaster() throws Exception {
        return Postmaster.read(home.resolve("postgres")).orElseThrow().pid();
    }

    private static void awaitEnd(long pid) throws Exception {
        Await.until("process " + pid + " ends", Duration.ofSeconds(10), () -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isEmpty());
    }

    @Test
    void a_second_serve_is_refused_by_number_and_name_of_the_first() throws Exception {
        try (ChildProgram first = ChildProgram.start(home, Use.SERVE, NOTHING)) {
            assertThat(first.line()).isEqualTo("answer nothing");

            try (ChildProgram second = ChildProgram.start(home, Use.SERVE, NOTHING)) {
                assertThat(second.line())
                        .startsWith("refused The database in " + home)
                        .contains("process " + first.pid() + " (serve", "--home or PRAXIS_HOME");
            }
        }
    }

    @Test
    void a_command_beside_serve_reads_its_data_and_leaves_it_running() throws Exception {
        try (ChildProgram serve = childWithData(Use.SERVE)) {
            for (int i = 0; i < 2; i++) {
                try (ChildProgram command = ChildProgram.start(home, Use.COMMAND, "SELECT n FROM five")) {
                    assertThat(command.line()).isEqualTo("answer 5");
                }
            }
            assertThat(ProcessHandle.of(serve.pid())).isPresent();
        }
    }

    @Test
    void a_command_waits_for_a_serve_that_is_starting() throws Exception {
        Folders.deleteTree(home.resolve("postgres"));
        try (ChildProgram serve = ChildProgram.start(home, Use.SERVE, NOTHING)) {
            Await.until("serve holds the home", Duration.ofSeconds(10), () -> HomeLock.owner(home)
                    .isPresent());

            try (EmbeddedDatabase command = EmbeddedDatabase.startOrAttach(home, Use.COMMAND);
                    Database database = Database.open(command.address(), 1)) {
                assertThat(database.isReachable()).isTrue();
            }
            assertThat(serve.line()).isEqualTo("answer nothing");
        }
    }

    @Test
    void serve_waits_for_a_command_that_is_ending() throws Exception {
        ChildProgram command = ChildProgram.start(home, Use.COMMAND, "SELECT 'nothing'");
        assertThat(command.line()).isEqualTo("answer nothing");
        Thread end = Thread.ofVirtual().start(() -> {
            try {
                command.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing the command", e);
            }
        });

        EmbeddedDatabase.startOrAttach(home, Use.SERVE).close();

        end.join();
    }

    @Test
    void after_the_program_was_killed_its_server_is_ended_and_the_data_are_there() throws Exception {
        ChildProgram child = childWithData(Use.SERVE);
        long orphan = postmaster();
        child.kill();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        assertThat(readFive()).isEqualTo("5");

        awaitEnd(orphan);
    }

    @Test
    void after_program_and_server_were_killed_the_data_are_there() throws Exception {
        ChildProgram child = childWithData(Use.SERVE);
        long server = postmaster();
        child.kill();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        awaitEnd(server);
        assertThat(home.resolve("postgres/postmaster.pid")).exists();

        assertThat(readFive()).isEqualTo("5");
    }

    @Test
    void after_only_the_server_was_killed_closing_and_starting_work() throws Exception {
        try (ChildProgram child = childWithData(Use.SERVE)) {
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
            assertThat(child.pid()).isPositive();
        }

        assertThat(readFive()).isEqualTo("5");
    }

    @Test
    void after_a_kill_during_the_first_start_the_next_one_completes() throws Exception {
        Folders.deleteTree(home.resolve("postgres"));
        ChildProgram child = ChildProgram.start(home, Use.SERVE, NOTHING);
        Await.until("initdb runs", Duration.ofSeconds(20), () -> Folders.childrenOf(home).stream()
                .anyMatch(path -> Folders.nameOf(path).startsWith("postgres.draft-")));
        child.kill();

        EmbeddedDatabase.startOrAttach(home, Use.SERVE).close();

        assertThat(Files.exists(home.resolve("postgres/PG_VERSION"))).isTrue();
    }
}
