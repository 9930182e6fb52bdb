package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.problem.Refused;

class EmbeddedDatabaseTest {
    @TempDir
    private Path home;

    @BeforeEach
    void copyPrototype() throws IOException {
        Prototype.copyTo(home);
    }

    private EmbeddedDatabase serve() {
        return EmbeddedDatabase.startOrAttach(home, Use.SERVE);
    }

    private static String ask(EmbeddedDatabase embedded, String query) {
        try (Database database = Database.open(embedded.address(), 1)) {
            return database.jdbi()
                    .withHandle(db -> db.createQuery(query).mapTo(String.class).one());
        }
    }

    private static void execute(EmbeddedDatabase embedded, String statement) {
        try (Database database = Database.open(embedded.address(), 1)) {
            database.jdbi().useHandle(db -> db.execute(statement));
        }
    }

    private void writeFiveWithAndClose() {
        try (EmbeddedDatabase embedded = serve()) {
            execute(embedded, "CREATE TABLE five AS SELECT 5 AS n");
        }
    }

    private String readFive() {
        try (EmbeddedDatabase embedded = serve()) {
            return ask(embedded, "SELECT n FROM five");
        }
    }

    @Test
    void data_are_there_after_a_restart() {
        writeFiveWithAndClose();

        assertThat(readFive()).isEqualTo("5");
    }

    @Test
    void what_is_committed_is_on_the_disk() {
        try (EmbeddedDatabase embedded = serve()) {
            assertThat(ask(
                            embedded,
                            "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings"
                                    + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')"))
                    .isEqualTo("fsync=on full_page_writes=on synchronous_commit=on");
        }
    }

    @Test
    void only_this_machine_can_connect_and_only_with_the_password() {
        try (EmbeddedDatabase embedded = serve()) {
            var guess = new DatabaseAddress(embedded.address().jdbcUrl(), "postgres", "postgres");

            assertThat(ask(embedded, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> Database.open(guess, 1)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void closing_does_not_wait_for_an_open_transaction() throws Exception {
        EmbeddedDatabase embedded = serve();
        try (var connection = Server.connect(embedded.address());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            long begin = System.nanoTime();

            embedded.close();
            embedded.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(Postmaster.read(home.resolve("postgres"))).isEmpty();
    }

    @Test
    void closing_works_when_the_server_has_already_been_told_to_end() throws Exception {
        EmbeddedDatabase embedded = serve();
        long pid = Postmaster.read(home.resolve("postgres")).orElseThrow().pid();
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();

        embedded.close();

        serve().close();
    }

    @Test
    void a_second_serve_in_the_same_process_is_refused_and_does_not_disturb_the_first() {
        try (EmbeddedDatabase first = serve()) {
            assertThatThrownBy(this::serve)
                    .isInstanceOf(Refused.class)
                    .hasMessageContainingAll(
                            "process " + ProcessHandle.current().pid(), "serve", "PRAXIS_HOME");
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_command_in_the_same_process_joins_and_leaves_the_server_running() {
        try (EmbeddedDatabase first = serve()) {
            try (EmbeddedDatabase command = EmbeddedDatabase.startOrAttach(home, Use.COMMAND)) {
                assertThat(command.address()).isEqualTo(first.address());
            }
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void two_commands_do_not_share_a_server_that_one_of_them_will_stop() {
        try (EmbeddedDatabase first = EmbeddedDatabase.startOrAttach(home, Use.COMMAND)) {
            assertThatThrownBy(() -> EmbeddedDatabase.startOrAttach(
                            home, Use.COMMAND, EmbeddedDatabase.DURABLE, Duration.ofMillis(200)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("a command");
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    /** All that processes know of their start moves with the clock; a command must find the server none the less. */
    @Test
    void setting_the_clock_does_not_hide_the_server() throws Exception {
        try (EmbeddedDatabase server = serve()) {
            Path file = home.resolve("postgres.owner");
            String owner = Files.readString(file);
            String[] words = owner.split(" ");
            Files.writeString(
                    file,
                    owner.replace(
                            words[1],
                            Instant.parse(words[1]).plus(Duration.ofHours(1)).toString()));

            try (EmbeddedDatabase command = EmbeddedDatabase.startOrAttach(home, Use.COMMAND)) {
                assertThat(command.address()).isEqualTo(server.address());
            }
        }
    }

    @Test
    void the_trace_of_a_process_that_is_no_more_does_not_hinder() throws Exception {
        writeFiveWithAndClose();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        writePostmasterFile(ended.pid());

        assertThat(readFive()).isEqualTo("5");
    }

    @Test
    void the_trace_of_a_number_that_belongs_to_another_process_now_does_not_hinder_nor_hurt_it() throws Exception {
        writeFiveWithAndClose();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            writePostmasterFile(stranger.pid());

            assertThat(readFive()).isEqualTo("5");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    private void writePostmasterFile(long pid) throws IOException {
        Path data = home.toRealPath().resolve("postgres");
        Files.writeString(Postmaster.fileIn(data), pid + "\n" + data + "\n1795293805\n54329\n\n127.0.0.1\n");
    }

    @Test
    void a_first_start_that_was_cut_off_is_done_again() throws IOException {
        Folders.deleteTree(home.resolve("postgres"));
        Path draft = Folders.draftOf(home.resolve("postgres"));
        Files.createDirectories(draft.resolve("data"));
        Files.writeString(draft.resolve("data/PG_VERSION"), "18\n");
        Files.createDirectory(home.resolve("postgres"));

        serve().close();

        assertThat(draft).doesNotExist();
        assertThat(home.resolve("postgres/global/pg_control")).exists();
    }

    @Test
    void the_name_of_an_owner_that_is_no_more_does_not_mislead_a_command() throws IOException {
        Files.writeString(home.resolve("postgres.owner"), "2147483647 2026-01-01T00:00:00Z SERVE 54329\n");

        try (EmbeddedDatabase command = EmbeddedDatabase.startOrAttach(home, Use.COMMAND)) {
            assertThat(ask(command, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_version_are_refused_and_left_alone() throws IOException {
        writeFiveWithAndClose();
        Path version = home.resolve("postgres/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(this::serve)
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("PostgreSQL 17", "PostgreSQL 18", "Export", "PRAXIS_HOME");

        Files.writeString(version, "18\n");
        assertThat(readFive()).isEqualTo("5");
    }

    @Test
    void a_folder_that_is_no_database_is_refused_and_left_alone() throws IOException {
        Path stranger = home.resolve("postgres/letter.txt");
        Folders.deleteTree(home.resolve("postgres"));
        Files.createDirectory(home.resolve("postgres"));
        Files.writeString(stranger, "Dear");

        assertThatThrownBy(this::serve).isInstanceOf(Refused.class).hasMessageContaining("Move it away");
        assertThat(stranger).hasContent("Dear");
    }

    @Test
    void the_log_does_not_hold_the_password() throws IOException {
        try (EmbeddedDatabase embedded = serve()) {
            assertThat(home.resolve("postgres.log"))
                    .content()
                    .doesNotContain(embedded.address().password());
        }
    }
}
