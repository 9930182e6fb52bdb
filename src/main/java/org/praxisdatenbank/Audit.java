package org.praxisdatenbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import picocli.CommandLine.Command;

/** Prints the log of what was done. */
@Command(
        name = "audit",
        description = "Prints who did what and when, oldest first, an object of JSON a line.",
        mixinStandardHelpOptions = true)
final class Audit extends Commands.Task {
    Audit(Commands commands) {
        commands.super();
    }

    @Override
    public Integer call() {
        try (Storage storage = Storage.open(config(), Use.COMMAND)) {
            new AuditStore(storage.database().jdbi()).write(line().getOut());
            line().getOut().flush();
            return Commands.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("printing the log", e);
        }
    }
}
