package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.db.TestDatabase;

/** Texts of the operator's pages from the command line, and searches that found nothing, beside a running server. */
final class TextCommandTest {
    private static TestApp app;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(app.flags());
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private int runTyping(byte[] typed, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed));
        try {
            return run(command);
        } finally {
            System.setIn(before);
        }
    }

    private String printed() {
        String printed = out.toString();
        out.getBuffer().setLength(0);
        return printed;
    }

    @Test
    void a_text_is_shown_written_read_by_everybody_and_taken_back() throws IOException {
        assertThat(run("text", "show", "impressum")).isZero();
        String builtIn = printed();
        assertThat(builtIn).startsWith("## Betreiberin oder Betreiber\n");
        assertThat(err.toString()).contains("version 0, built_in");

        Path file = folder.resolve("impressum.md");
        Files.writeString(file, builtIn + "\nWir sind für alle da.\n");
        assertThat(run("text", "set", "impressum", file.toString())).isZero();
        assertThat(runTyping(
                        "Für everybody".getBytes(StandardCharsets.UTF_8),
                        "text",
                        "set",
                        "impressum",
                        "-",
                        "--language=en",
                        "--version-seen=1"))
                .isZero();
        assertThat(printed()).isEqualTo("version 1\nversion 2\n");
        TestDatabase.await("the server", () -> app.get("/en/impressum").body().contains("Für everybody"));
        assertThat(app.get("/impressum").body()).contains("Wir sind für alle da.");
        assertThat(run("text", "list")).isZero();
        assertThat(printed()).containsPattern("impressum +2  own\n").containsPattern("start +0  built_in\n");
        People.add(app.database().database().jdbi(), Role.ADMIN);
        assertThat(Client.signedIn(app, Role.ADMIN)
                        .get("/verwaltung/texte/impressum")
                        .body())
                .contains("Befehl auf dem Server");

        assertThat(run("text", "reset", "impressum", "--version-seen=1")).isEqualTo(1);
        assertThat(err.toString()).contains("Nothing was changed: the text has version 2 by now.");
        assertThat(run("text", "reset", "impressum")).isZero();
        assertThat(run("text", "show", "impressum")).isZero();
        assertThat(printed()).isEqualTo("version 3\n" + builtIn);
        assertThat(run("text", "show", "impressum", "--language=en")).isZero();
        assertThat(printed()).contains("Name of the operator");
    }

    @Test
    void what_cannot_be_is_refused_with_the_reason() {
        assertThat(run("text", "show", "kriterien")).isEqualTo(1);
        assertThat(err.toString()).contains("There are: start, ueber, datenschutz,");
        assertThat(run("text", "set", "start", folder.resolve("fehlt.md").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("fehlt.md cannot be read.");
        assertThat(runTyping(new byte[] {'a', (byte) 0xFC}, "text", "set", "start", "-"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("- is no text in UTF-8.");
        assertThat(runTyping("[x](javascript:x)".getBytes(StandardCharsets.UTF_8), "text", "set", "start", "-"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("This address does not work here: javascript:x.");
        assertThat(run("text", "set", "start", "-", "--language=fr")).isEqualTo(2);
        assertThat(run("text", "show", "start")).isZero();
        assertThat(err.toString()).endsWith("version 0, built_in\n");
    }

    @Test
    void searches_that_found_nothing_are_printed_line_by_line() {
        app.database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute("INSERT INTO fruitless_search VALUES"
                        + " ('selten', date_trunc('month', now()), 5), ('oft \"gesucht\"', date_trunc('month', now()), 9),"
                        + " ('zu alt', date_trunc('month', now()) - interval '13 months', 9)"));

        assertThat(run("fruitless")).isZero();

        assertThat(printed().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("\\{\"text\":\"oft \\\\\"gesucht\\\\\"\",\"times\":9,\"last\":\"\\d{4}-\\d\\d\"}");
    }
}
