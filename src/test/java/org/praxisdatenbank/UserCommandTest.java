package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.db.TestDatabase;
import picocli.CommandLine;

/** Accounts from the command line. */
final class UserCommandTest {
    private final TestDatabase database = TestDatabase.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        database.close();
    }

    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(TestApp.flags(database, home));
        CommandLine line =
                Main.commandLine(Map.of()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private int runTyping(String typed, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return run(command);
        } finally {
            System.setIn(before);
        }
    }

    private long rows(String table) {
        return database.database().jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void who_is_added_gets_a_link_and_is_listed() {
        assertThat(run(
                        "user",
                        "add",
                        "Amt@example.org",
                        "--name=Amt",
                        "--role=office",
                        "--state=DE-BE",
                        "--state=DE-BB"))
                .isZero();
        assertThat(run("user", "list")).isZero();
        assertThat(run("user", "link", "amt@example.org")).isZero();

        assertThat(out.toString())
                .matches("(?s)choose a password, within 14 days: http://127.0.0.1:8080/anmelden/passwort/[\\w-]{43}\n"
                        + "[0-9a-f-]{36}  office    amt@example.org  Amt\nchoose a password.*");
        assertThat(rows("account_state")).isEqualTo(2);
        assertThat(rows("audit_entry")).isEqualTo(2);
    }

    @Test
    void an_account_is_closed_and_opened_again() {
        assertThat(run("user", "add", "zu@example.org", "--name=Zu", "--role=editor"))
                .isZero();

        assertThat(run("user", "open", "zu@example.org")).as("it is open").isEqualTo(1);
        assertThat(run("user", "close", "zu@example.org")).isZero();
        assertThat(run("user", "link", "zu@example.org")).as("it is closed").isEqualTo(1);
        assertThat(run("user", "list")).isZero();
        assertThat(run("user", "open", "zu@example.org")).isZero();
        assertThat(run("user", "link", "zu@example.org")).isZero();

        assertThat(out.toString()).contains("closed\n", "zu@example.org  Zu  (closed)\n", "open\n");
        assertThat(err.toString()).contains("There is no open account with that email address. user list prints all.");
    }

    @Test
    void a_password_can_be_typed_and_must_be_a_good_one() {
        String[] command = {"user", "add", "kim@example.org", "--name=Kim", "--role=admin", "--password-stdin"};

        assertThat(runTyping("kurz", command)).isEqualTo(1);
        assertThat(err.toString()).contains("The password is too short.");
        assertThat(rows("account") + rows("audit_entry")).isZero();
        assertThat(runTyping("Regenschirm tanzt Mittwochs", command)).isZero();
        assertThat(rows("account")).isEqualTo(1);
        assertThat(runTyping("Regenschirm tanzt Mittwochs", command)).isEqualTo(1);
        assertThat(err.toString()).contains("already");
    }

    @ParameterizedTest
    @CsvSource({
        "--role=boss, role: Please choose a task.",
        "--role=office, states: Please choose at least one state.",
        "--role=office --state=DE-XX, states: Please choose at least one state.",
        "--role=provider, provider: Please enter the name of the organisation.",
        "--role=editor --name=, name: Please enter a name",
    })
    void what_cannot_be_is_refused_with_the_reason(String flags, String reason) {
        List<String> command = new ArrayList<>(List.of("user", "add", "kim@example.org"));
        command.addAll(List.of(flags.split(" ")));
        if (!flags.contains("--name")) {
            command.add("--name=Kim");
        }

        assertThat(run(command.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString()).contains(reason);
        assertThat(rows("account") + rows("audit_entry")).isZero();
    }
}
