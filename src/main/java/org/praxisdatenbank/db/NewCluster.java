package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.praxisdatenbank.problem.Refused;

/** Creates PostgreSQL's data folder with an empty database in it; until it is complete it has another name. */
final class NewCluster {
    private static final String VERSION = "18";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private NewCluster() {}

    /** @throws Refused when the folder holds another version's data, or something that is no database */
    static void refuseUnlessUsable(Path data) throws IOException {
        if (Folders.childrenOf(data).isEmpty()) {
            return;
        }
        Path versionFile = data.resolve("PG_VERSION");
        if (!Files.exists(versionFile) || !Files.exists(data.resolve(EmbeddedAccount.PASSWORD_FILE))) {
            throw new Refused("The folder %s is no database of this program. Move it away, or %s"
                    .formatted(data, EmbeddedDatabase.OTHER_HOME));
        }
        String version = Files.readString(versionFile).strip();
        if (!version.equals(VERSION)) {
            throw new Refused(("The database in %s was made by PostgreSQL %s, this program brings PostgreSQL %s. Export"
                            + " with the program's former version and import into an empty home; to start empty, %s")
                    .formatted(data, version, VERSION, EmbeddedDatabase.OTHER_HOME));
        }
    }

    static void createIfMissing(Path data, PostgresTools tools) throws IOException {
        Folders.deleteDrafts(data);
        if (!Folders.childrenOf(data).isEmpty()) {
            return;
        }
        Files.deleteIfExists(data);
        Path draft = Folders.draftOf(data);
        Path newData = draft.resolve("data");
        EmbeddedAccount account = EmbeddedAccount.random();
        initialize(newData, account.writePassword(draft.resolve("password")), tools);
        runAlone(newData, Files.writeString(draft.resolve("setup.sql"), account.setUpStatements()), tools);
        account.writePassword(newData.resolve(EmbeddedAccount.PASSWORD_FILE));
        Folders.publish(newData, data);
        Folders.deleteTree(draft);
    }

    // C.UTF-8 is built in: it does not change with the system's libraries, and its upper and lower know umlauts.
    private static void initialize(Path newData, Path password, PostgresTools tools) throws IOException {
        List<String> command = List.of(
                "initdb",
                "--pgdata=" + newData,
                "--username=" + EmbeddedAccount.ADMINISTRATOR,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        tools.run(LIMIT, null, command);
    }

    // The log must not show the statements: they hold the password.
    private static void runAlone(Path newData, Path statements, PostgresTools tools) throws IOException {
        List<String> command = List.of(
                "postgres",
                "--single",
                "-D",
                newData.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_checkpoints=off",
                "postgres");
        tools.run(LIMIT, statements, command);
    }
}
