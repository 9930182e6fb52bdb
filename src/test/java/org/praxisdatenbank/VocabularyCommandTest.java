package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.db.TestDatabase;

/** Lists from the command line, beside a running server. */
final class VocabularyCommandTest {
    private static TestApp app;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of("vocabulary"));
        arguments.addAll(List.of(command));
        arguments.addAll(app.flags());
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static String deeds() {
        return app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT coalesce(string_agg(concat_ws(' ', action, subject, detail), ', ' ORDER BY number), '')"
                                + " FROM audit_entry WHERE action LIKE 'vocabulary.%' AND account IS NULL"
                                + " AND token IS NULL")
                .mapTo(String.class)
                .one());
    }

    @Test
    void lists_and_their_values_are_printed_in_their_order() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("topic ", "setting ").doesNotContain("criterion");
        assertThat(run("list", "age_group")).isZero();
        assertThat(out.toString()).contains("  |  ");
        assertThat(run("list", "state")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no vocabulary state that can be edited. These can: type, topic,");
    }

    @Test
    void a_dry_run_tells_and_changes_nothing_and_a_running_server_takes_over_what_is_done() {
        String before = app.get("/api/v1/vocabularies").body();
        assertThat(run("merge", "topic", "arbeitslose", "quartier", "--dry-run"))
                .isZero();
        assertThat(out.toString())
                .contains("This cannot be taken back.", "carried by: ", "/suche?topic=arbeitslose -> /suche?topic=")
                .endsWith("nothing was changed\n");
        assertThat(app.get("/api/v1/vocabularies").body()).isEqualTo(before);

        assertThat(run("rename", "setting", "kita", "--german=Zwiebelkrippe")).isZero();
        assertThat(out.toString()).endsWith("done\nsearchable now\n");
        TestDatabase.await("the server", () -> app.get("/suche").body().contains("Zwiebelkrippe"));
        assertThat(run("merge", "topic", "arbeitslose", "quartier")).isZero();
        TestDatabase.await("the server", () -> app.get("/themen/arbeitslose")
                .headers()
                .firstValue("Location")
                .filter("/themen/quartier"::equals)
                .isPresent());
        assertThat(deeds())
                .contains("vocabulary.renamed setting kita Zwiebelkrippe", "vocabulary.merged topic arbeitslose");
        assertThat(app.get("/api/v1/practices?q=Zwiebelkrippe").body()).doesNotContain("\"total\":0");
    }

    @Test
    void a_value_is_added_moved_split_retired_and_restored() {
        assertThat(run("add", "field", "zirkus", "--german=Zirkus", "--english=Circus", "--first"))
                .isZero();
        assertThat(run("add", "field", "theater", "--german=Theater", "--english=Theatre"))
                .isZero();
        assertThat(run("move", "field", "theater", "--after=zirkus")).isZero();
        assertThat(run("split", "field", "zirkus", "jonglieren", "--german=Jonglieren", "--english=Juggling"))
                .isZero();
        assertThat(run("retire", "field", "theater")).isZero();
        assertThat(run("list", "field")).isZero();
        assertThat(out.toString())
                .containsPattern("(?s)zirkus .*jonglieren .*theater [^\n]*\\(retired\\)\n")
                .doesNotContain("There is no");
        assertThat(run("restore", "field", "theater")).isZero();
        assertThat(run("move", "field", "theater", "--first")).isZero();

        assertThat(deeds())
                .contains("vocabulary.added field zirkus, vocabulary.added field theater,"
                        + " vocabulary.moved field theater zirkus, vocabulary.split field zirkus jonglieren,"
                        + " vocabulary.retired field theater, vocabulary.reinstated field theater,"
                        + " vocabulary.moved field theater");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    add setting Kita --german=A --english=B; 1; ID: An id needs small letters
                    add setting kita --german=A --english=B; 1; ID: This id belongs to another value
                    add setting neu --english=B;             1; --german: Write a label
                    rename setting schule;                   1; --german: The value is called so already.
                    merge setting schule gibt-es-nicht;      1; INTO: Choose another value.
                    move setting schule --after=schule;      1; --after: Choose another value
                    retire setting schuhle;                  1; There is no value schuhle in setting. The nearest is schule.
                    move setting schule;                     2; Missing required
                    move setting schule --first --after=x;   2; mutually exclusive
                    """)
    void what_cannot_be_is_refused_with_the_reason(String command, int status, String reason) {
        String before = deeds();

        assertThat(run(command.split(" "))).isEqualTo(status);
        assertThat(err.toString()).contains(reason);
        assertThat(deeds()).isEqualTo(before);
    }
}
