package org.praxisdatenbank;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.revision.Restoration;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.revision.RevisionStore.Listed;
import org.praxisdatenbank.revision.RevisionText;
import org.praxisdatenbank.vocabulary.TermId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The kept states of a practice at the command line. */
@Command(
        name = "revision",
        description = "Lists and shows the revisions of a practice, and makes one of them the present one again.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Revisions {
    private static final String ID = "id of a practice: eltern-ag";

    private Revisions() {}

    static CommandLine commandLine(Commands commands) {
        return new CommandLine(new Revisions())
                .addSubcommand(new All(commands))
                .addSubcommand(new Show(commands))
                .addSubcommand(new Restore(commands));
    }

    private static PracticeId id(String text) {
        return PracticeId.of(text)
                .orElseThrow(() -> new Refused(text + " is no id: 3 to 120 of a-z, 0-9 and hyphens."));
    }

    private static Refused missing(PracticeId id, long number) {
        return new Refused("There is no revision %d of %s. List those that there are: revision list %s"
                .formatted(number, id.value(), id.value()));
    }

    /** Newest first. */
    @Command(
            name = "list",
            description = "Lists the revisions of a practice, newest first, also of one that is withdrawn.",
            mixinStandardHelpOptions = true)
    static final class All extends Commands.Task {
        private static final int AT_ONCE = 200;

        @Parameters(paramLabel = "ID", description = ID)
        @SuppressWarnings("NullAway.Init") // set by picocli
        String practice;

        All(Commands commands) {
            commands.super();
        }

        @Override
        public Integer call() {
            PracticeId id = id(practice);
            try (Storage storage = Storage.open(config(), Use.COMMAND)) {
                RevisionStore revisions = new RevisionStore(storage.database().jdbi());
                List<Listed> some = revisions.list(id, Long.MAX_VALUE, AT_ONCE);
                if (some.isEmpty()) {
                    throw new Refused("There is no practice " + id.value() + ".");
                }
                while (!some.isEmpty()) {
                    some.forEach(listed -> line().getOut().println(RevisionText.line(listed)));
                    some = revisions.list(id, some.getLast().revision().number(), AT_ONCE);
                }
                return Commands.DONE;
            }
        }
    }

    /** About one revision. */
    abstract static class OfOne extends Commands.Task {
        @Parameters(index = "0", paramLabel = "ID", description = ID)
        @SuppressWarnings("NullAway.Init") // set by picocli
        String practice;

        @Parameters(index = "1", paramLabel = "NUMBER", description = "of the revision")
        long number;

        OfOne(Commands commands) {
            commands.super();
        }
    }

    /** As it was, and what had changed. */
    @Command(
            name = "show",
            description = "Shows a revision: what it changed, and the record as it was then, for import to read.",
            mixinStandardHelpOptions = true)
    static final class Show extends OfOne {
        Show(Commands commands) {
            super(commands);
        }

        /** The record alone goes to standard output, as a line of JSON Lines. */
        @Override
        public Integer call() {
            PracticeId id = id(practice);
            try (Storage storage = Storage.open(config(), Use.COMMAND)) {
                RevisionStore revisions = new RevisionStore(storage.database().jdbi());
                Kept kept = revisions.find(id, number).orElseThrow(() -> missing(id, number));
                RevisionText.lines(kept, revisions.before(id, number))
                        .forEach(text -> line().getErr().println(text));
                line().getOut().println(new String(PracticeJson.bytes(kept.practice()), StandardCharsets.UTF_8));
                return Commands.DONE;
            }
        }
    }

    /** The way back. */
    @Command(
            name = "restore",
            description =
                    "Makes a practice what it was in a revision, by a new one; publishes it where it is withdrawn.",
            mixinStandardHelpOptions = true)
    static final class Restore extends OfOne {
        Restore(Commands commands) {
            super(commands);
        }

        @Override
        public Integer call() {
            PracticeId id = id(practice);
            Config config = config();
            try (Storage storage = Storage.open(config, Use.COMMAND)) {
                Authorship by = Authorship.COMMAND.noting("revision %d restored".formatted(number));
                Restoration restoration = new RevisionStore(storage.database().jdbi()).restore(id, number, by);
                line().getOut().println(told(restoration, id));
                if (restoration instanceof Restoration.Done done) {
                    line().getOut().println(Commands.searchable(done.transaction(), config, storage));
                }
                return Commands.DONE;
            }
        }

        private String told(Restoration restoration, PracticeId id) {
            return switch (restoration) {
                case Restoration.Done done ->
                    "%s is again as it was in revision %d, by revision %d".formatted(id.value(), number, done.number());
                case Restoration.Unchanged unchanged ->
                    "%s is as it was in revision %d; nothing was changed".formatted(id.value(), number);
                case Restoration.NotKept notKept -> throw missing(id, number);
                case Restoration.TermsGone gone ->
                    throw new Refused(
                            "Revision %d of %s carries what is in no list any more: %s. Nothing was changed; import the record without it (revision show %s %d)."
                                    .formatted(
                                            number,
                                            id.value(),
                                            gone.terms().stream()
                                                    .map(TermId::toString)
                                                    .collect(joining(", ")),
                                            id.value(),
                                            number));
            };
        }
    }
}
