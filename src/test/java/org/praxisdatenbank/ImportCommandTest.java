package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command beside a running server. */
final class ImportCommandTest {

    @TempDir
    private Path folder;

    private static String run(TestApp app, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(app.flags());
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine(Map.of()).setOut(new PrintWriter(out));
        assertThat(line.execute(arguments.toArray(String[]::new))).isZero();
        return out.toString();
    }

    private String file(String id, String title) throws IOException {
        return Files.writeString(
                        folder.resolve(id + ".jsonl"),
                        "{\"id\": \"%s\", \"type\": \"project\", \"title\": \"%s\", \"summary\": \"Klettern.\"}"
                                .formatted(id, title))
                .toString();
    }

    @Test
    void an_import_ends_when_the_server_finds_what_it_changed() throws IOException {
        try (TestApp app = TestApp.start(Map.of(Setting.FOLLOW_MILLIS, "60000"))) {
            String file = file("kletterpark", "Xylophon");

            assertThat(run(app, "import", file)).endsWith("searchable now\n");
            assertThat(app.get("/api/v1/practices?q=xylophon").body()).contains("\"total\":1");

            assertThat(run(app, "import", file)).contains("1 unchanged").doesNotContain("searchable");
            assertThat(run(app, "import", file("kletterwand", "Xylophon"), "--dry-run"))
                    .contains("dry run")
                    .doesNotContain("searchable");
        }
    }

    @Test
    void an_import_does_not_wait_for_a_server_longer_than_it_may() throws IOException {
        try (TestApp app = TestApp.start()) {
            app.database()
                    .database()
                    .jdbi()
                    .useHandle(
                            db -> db.execute("INSERT INTO follower (id, generation, transaction, position, alive_until)"
                                    + " VALUES (gen_random_uuid(), 'g', '0', 0, now() + interval '1 hour')"));

            assertThat(run(app, "import", file("kletterpark", "Xylophon"), "--import-wait-millis=50"))
                    .contains("1 read: 1 new", "will be searchable soon");
        }
    }

    @Test
    void an_import_is_listed_and_taken_back() throws IOException {
        try (TestApp app = TestApp.start()) {
            run(app, "import", file("kletterpark", "Vorher"));
            run(app, "import", file("kletterpark", "Nachher"));
            assertThat(run(app, "imports", "list"))
                    .containsSubsequence(
                            "2  ", "command  kletterpark.jsonl: 0 new, 1 changed, 0 unchanged", "1  ", ": 1 new");

            List<String> undo = new ArrayList<>(List.of("imports", "undo", "1"));
            undo.addAll(app.flags());
            StringWriter told = new StringWriter();
            int status =
                    Main.commandLine(Map.of()).setErr(new PrintWriter(told)).execute(undo.toArray(String[]::new));
            assertThat(status).isEqualTo(1);
            assertThat(told.toString())
                    .startsWith("Changed since import 1: kletterpark (1 in all). Nothing was undone;");

            assertThat(run(app, "imports", "undo", "2"))
                    .isEqualTo("import 2 undone: 0 withdrawn, 1 as before, 0 left as they are\nsearchable now\n");
            assertThat(app.get("/api/v1/practices/kletterpark").body()).contains("Vorher");
            assertThat(run(app, "imports", "undo", "1", "--leave-changed")).contains("1 withdrawn, 0 as before");
            assertThat(app.get("/api/v1/practices/kletterpark").statusCode()).isEqualTo(410);
            assertThat(run(app, "imports", "list")).contains("; undone ");
        }
    }
}
