package org.praxisdatenbank;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Locale;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.praxisdatenbank.transfer.PastImport;
import org.praxisdatenbank.transfer.UndoStore;
import org.praxisdatenbank.transfer.Undoing;
import org.praxisdatenbank.upload.ImportDeedStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports of the last 30 days at the command line, those in the browser included. */
@Command(
        name = "imports",
        description = "Lists the imports of the last 30 days, and takes one of them back.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Imports {
    private Imports() {}

    static CommandLine commandLine(Commands commands) {
        return new CommandLine(new Imports()).addSubcommand(new All(commands)).addSubcommand(new Undo(commands));
    }

    /** Latest first. */
    @Command(
            name = "list",
            description = "Lists the imports of the last 30 days, latest first.",
            mixinStandardHelpOptions = true)
    static final class All extends Commands.Task {
        private static final int MOST = 10_000;

        All(Commands commands) {
            commands.super();
        }

        @Override
        public Integer call() {
            return withStorage((config, storage) -> new ImportHistoryStore(
                            storage.database().jdbi())
                    .list(MOST)
                    .forEach(past -> line().getOut().println(text(past))));
        }

        private static String text(PastImport past) {
            return String.format(
                    Locale.ENGLISH,
                    "%d  %s  %s  %s: %,d new, %,d changed, %,d unchanged%s",
                    past.number(),
                    past.made().at(),
                    past.made().isCommand() ? "command" : "page",
                    past.file(),
                    past.saved().inserted(),
                    past.saved().updated(),
                    past.saved().unchanged(),
                    past.undone() == null ? "" : "; undone " + past.undone().at());
        }
    }

    /** The way back. */
    @Command(
            name = "undo",
            description = "Takes a whole import back: withdraws what was new, restores what was changed.",
            mixinStandardHelpOptions = true)
    static final class Undo extends Commands.Task {
        @Parameters(paramLabel = "NUMBER", description = "of the import, as imports list shows it")
        long number;

        @Option(
                names = "--leave-changed",
                description = "leave practices as they are that somebody has changed since; else nothing is taken back")
        boolean leavesChanged;

        Undo(Commands commands) {
            commands.super();
        }

        @Override
        public Integer call() {
            Config config = config();
            try (Storage storage = Storage.open(config, Use.COMMAND)) {
                Authorship by = Authorship.COMMAND.noting("import %d undone".formatted(number));
                Undoing ended = new UndoStore(storage.database().jdbi())
                        .undo(
                                new UndoStore.Order(number, leavesChanged, LocalDate.now(App.CLOCK), by),
                                ImportDeedStore.undone(Doer.COMMAND));
                Undoing.Done done = done(ended);
                line().getOut()
                        .printf(
                                Locale.ENGLISH,
                                "import %d undone: %,d withdrawn, %,d as before, %,d left as they are%n",
                                number,
                                done.withdrawn(),
                                done.restored(),
                                done.left());
                done.transaction()
                        .ifPresent(changed -> line().getOut().println(Commands.searchable(changed, config, storage)));
                line().getOut().flush();
                return Commands.DONE;
            }
        }

        private Undoing.Done done(Undoing ended) {
            return switch (ended) {
                case Undoing.Done done -> done;
                case Undoing.NotKept notKept ->
                    throw new Refused(
                            "There is no import %d of the last %d days. List those that there are: imports list"
                                    .formatted(number, ImportHistoryStore.DAYS));
                case Undoing.Nothing nothing ->
                    throw new Refused("Import %d was undone before, or has changed nothing.".formatted(number));
                case Undoing.ChangedSince changed ->
                    throw new Refused(String.format(
                            Locale.ENGLISH,
                            "Changed since import %d: %s%s (%,d in all). Nothing was undone; with --leave-changed these stay as they are, and all others are undone.",
                            number,
                            changed.first().stream().map(PracticeId::value).collect(joining(", ")),
                            changed.total() > changed.first().size() ? " …" : "",
                            changed.total()));
            };
        }
    }
}
