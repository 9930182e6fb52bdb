package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

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
final class RevisionCommandTest {
    @TempDir
    private Path folder;

    /** What a command did. */
    private record Ran(int status, String out, String error) {}

    private static Ran run(TestApp app, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(app.flags());
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        CommandLine line =
                Main.commandLine(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(error));
        int status = line.execute(arguments.toArray(String[]::new));
        return new Ran(status, out.toString(), error.toString());
    }

    @Test
    void revisions_are_listed_shown_and_restored() throws Exception {
        try (TestApp app = TestApp.start()) {
            Path file = Files.writeString(
                    folder.resolve("a.jsonl"),
                    "{\"id\": \"eltern-ag\", \"type\": \"project\", \"title\": \"Xylophon\", \"summary\": \"Neu.\"}");
            assertThat(run(app, "import", file.toString()).status()).isZero();

            assertThat(run(app, "revision", "list", "eltern-ag").out().lines())
                    .satisfiesExactly(
                            newest -> assertThat(newest).startsWith("2  ").contains("  import  type, title, summary"),
                            first -> assertThat(first).startsWith("1  ").endsWith("  begin  new"));
            Ran shown = run(app, "revision", "show", "eltern-ag", "2");
            assertThat(shown.out()).startsWith("{\"id\":\"eltern-ag\",").contains("\"title\":\"Xylophon\"");
            assertThat(shown.error()).startsWith("revision 2 of eltern-ag, ").contains("title: [-", "{+Xylophon+}");

            Ran restored = run(app, "revision", "restore", "eltern-ag", "1");
            assertThat(restored.out())
                    .isEqualTo(
                            "eltern-ag is again as it was in revision 1, by revision 3%nsearchable now%n".formatted());
            assertThat(app.get("/angebote/eltern-ag").body()).doesNotContain("Xylophon");
            assertThat(run(app, "revision", "restore", "eltern-ag", "1").out())
                    .isEqualTo("eltern-ag is as it was in revision 1; nothing was changed%n".formatted());
        }
    }

    @Test
    void what_is_not_there_is_refused() {
        TestApp app = TestApp.shared();
        assertThat(run(app, "revision", "list", "gibt-es-nicht"))
                .isEqualTo(new Ran(1, "", "There is no practice gibt-es-nicht.%n".formatted()));
        assertThat(run(app, "revision", "show", "eltern-ag", "77"))
                .satisfies(ran -> assertThat(ran.error()).startsWith("There is no revision 77 of eltern-ag."));
        assertThat(run(app, "revision", "restore", "Keine Kennung", "1").error())
                .contains("is no id");
        assertThat(run(app, "revision").status()).isEqualTo(2);
    }
}
