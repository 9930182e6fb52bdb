package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.Program.Ended;

/** The packaged program on its embedded PostgreSQL, as its operator meets it. */
final class ProgramIT {
    private static final String NEW_PRACTICE =
            """
            {"id": "kletterpark-xylophon", "type": "project", "title": "Kletterpark Xylophon", "summary": "Klettern."}
            """;

    /** Promised are two seconds on a machine that is not busy with tests. */
    private static final Duration TO_END = Duration.ofSeconds(8);

    @TempDir
    private Path home;

    private Program serve() {
        return Program.start("serve", "--port=0", "--home=" + home);
    }

    private Ended run(String... arguments) {
        return Program.run(Stream.concat(Arrays.stream(arguments), Stream.of("--home=" + home))
                .toArray(String[]::new));
    }

    private static String get(String address) {
        return TestApp.send(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    @Test
    void a_first_start_shows_the_sample_and_a_running_server_shows_what_commands_change() throws IOException {
        Path addition = file("new.jsonl", NEW_PRACTICE);
        try (Program server = serve()) {
            String address = server.awaitReady();
            assertThat(get(address + "/api/v1/status"))
                    .contains("\"practices\":159")
                    .contains("\"indexed\":159");

            assertThat(run("import", addition.toString())).satisfies(ended -> {
                assertThat(ended.status()).isZero();
                assertThat(ended.text()).contains("searchable");
            });
            String search = address + "/api/v1/practices?q=xylophon";
            awaitOneHit(search);

            assertThat(run("verify").status()).isEqualTo(0);
            assertThat(run("reindex").status()).isEqualTo(0);
            assertThat(run("verify").status()).isEqualTo(0);
            awaitOneHit(search);
        }
    }

    /** It is there within a second as a rule; a busy machine may take longer, never to come is what fails. */
    private static void awaitOneHit(String search) {
        Instant end = Instant.now().plusSeconds(20);
        while (!get(search).contains("\"total\":1")) {
            assertThat(Instant.now()).as("the change is found").isBefore(end);
        }
    }

    @Test
    void sigterm_ends_server_and_database_and_the_data_are_there_again() throws IOException {
        Path addition = file("new.jsonl", NEW_PRACTICE);
        try (Program server = serve()) {
            server.awaitReady();
            assertThat(run("import", addition.toString()).status()).isEqualTo(0);
            server.terminate();
            server.awaitEnd(TO_END);
            assertThat(home.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        }
        try (Program server = serve()) {
            assertThat(get(server.awaitReady() + "/api/v1/status")).contains("\"indexed\":160");
        }
    }

    @Test
    void after_kill_9_the_next_start_serves_what_was_acknowledged() throws IOException {
        Path addition = file("new.jsonl", NEW_PRACTICE);
        try (Program server = serve()) {
            server.awaitReady();
            assertThat(run("import", addition.toString()).status()).isEqualTo(0);
            server.kill();
        }
        try (Program server = serve()) {
            assertThat(get(server.awaitReady() + "/api/v1/status")).contains("\"indexed\":160");
        }
        assertThat(run("verify").status()).isEqualTo(0);
    }

    @Test
    void a_second_server_on_the_same_home_is_refused_with_the_reason() {
        try (Program server = serve()) {
            server.awaitReady();
            Ended second = run("serve", "--port=0");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.text()).contains("in use by process").contains("--home");
        }
    }

    @Test
    void with_the_server_stopped_export_and_import_give_back_the_same_and_take_more() throws IOException {
        try (Program server = serve()) {
            server.awaitReady();
        }
        String file = home.resolve("all.jsonl").toString();
        assertThat(run("export", file).status()).isEqualTo(0);
        Ended again = run("import", file);
        assertThat(again.status()).isEqualTo(0);
        assertThat(again.text()).contains("159 unchanged").doesNotContain("searchable");
        Ended addition = run("import", file("new.jsonl", NEW_PRACTICE).toString());
        assertThat(addition.text()).contains("will be searchable");
        assertThat(run("verify").status()).isEqualTo(0);
    }

    /** Made when the program is packaged; skipped where the packaging Java could not. */
    @Test
    void serving_uses_what_packaging_has_prepared() throws IOException {
        assumeTrue(Files.exists(Path.of("target", "praxisdatenbank.aot")), "nothing is prepared here");
        assertThat(Path.of("target", "praxisdatenbank.args")).content().contains("praxisdatenbank.aot");
        try (Program server = serve()) {
            server.awaitReady();
            assertThat(server.filesInMemory()).contains("praxisdatenbank.aot");
        }
    }

    /** Debian's default; skipped where there is none. */
    @Test
    void an_older_java_hands_over_to_a_newer_one_and_passes_its_status_on() {
        Path java = Path.of("/usr/lib/jvm/java-17-openjdk-amd64/bin/java");
        assumeTrue(Files.isExecutable(java), "there is no Java 17 here");
        assertThat(Program.runWith(java, "--version")).satisfies(ended -> {
            assertThat(ended.status()).isZero();
            assertThat(ended.text()).contains("praxisdatenbank");
        });
        assertThat(Program.runWith(java, "nonsense").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "import", "serve --no-such-flag", "export a b"})
    void wrong_usage_is_status_2(String arguments) {
        assertThat(Program.run(arguments.split(" ")).status()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_status_1_and_changes_nothing() throws IOException {
        Path broken = file("broken.json", "[{\"id\": ");
        List<String> missing =
                List.of(broken.toString(), home.resolve("missing.jsonl").toString());
        assertThat(missing)
                .allSatisfy(name -> assertThat(run("import", name).status()).isEqualTo(1));
        assertThat(run("export", home.resolve("after.jsonl").toString()).text()).contains("0 written");
    }
}
