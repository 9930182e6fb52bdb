package org.praxisdatenbank;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.curation.ListDesk;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The lists at the command line, by the rules of the pages. */
@Command(
        name = "vocabulary",
        description = "Lists the values of a vocabulary and edits them; running servers take it over by themselves.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class VocabularyCommand {
    private VocabularyCommand() {}

    static CommandLine commandLine(Commands commands) {
        return new CommandLine(new VocabularyCommand())
                .addSubcommand(new ListAll(commands))
                .addSubcommand(new VocabularyEdits.Add(commands))
                .addSubcommand(new VocabularyEdits.Rename(commands))
                .addSubcommand(new VocabularyEdits.Merge(commands))
                .addSubcommand(new VocabularyEdits.Split(commands))
                .addSubcommand(new VocabularyEdits.Move(commands))
                .addSubcommand(new VocabularyEdits.Retire(commands))
                .addSubcommand(new VocabularyEdits.Restore(commands));
    }

    /** What all of them need. */
    abstract static class Curating extends Commands.Task {
        Curating(Commands commands) {
            commands.super();
        }

        @Override
        public final Integer call() {
            return withStorage((config, storage) -> {
                Vocabularies lists = Commands.vocabularies(storage);
                work(new ListDesk(storage.database(), lists, App.CLOCK), lists, config, storage);
            });
        }

        abstract void work(ListDesk desk, Vocabularies lists, Config config, Storage storage);

        static Vocabulary list(ListDesk desk, String id) {
            return desk.list(id)
                    .orElseThrow(() -> new Refused("There is no vocabulary " + id + " that can be edited. These can: "
                            + Vocabulary.EDITABLE.stream().map(Vocabulary::id).collect(Collectors.joining(", "))
                            + "."));
        }
    }

    /** Prints what there is. */
    @Command(
            name = "list",
            description =
                    "Prints the vocabularies that can be edited, or the values of one in their order: id, how many"
                            + " published practices carry it, label in German and English.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends Curating {
        @Parameters(paramLabel = "LIST", arity = "0..1", description = "topic; all lists without it")
        @Nullable
        String list;

        ListAll(Commands commands) {
            super(commands);
        }

        @Override
        void work(ListDesk desk, Vocabularies lists, Config config, Storage storage) {
            PrintWriter out = line().getOut();
            if (list == null) {
                Vocabulary.EDITABLE.forEach(each -> out.printf(
                        "%-14s %d values%n", each.id(), lists.terms(each).size()));
                return;
            }
            Vocabulary chosen = list(desk, list);
            Map<String, Long> published = desk.affected().published(chosen);
            for (Term term : lists.terms(chosen)) {
                out.printf(
                        Locale.ROOT,
                        "%-30s %6d  %s  |  %s%s%n",
                        term.id().value(),
                        published.getOrDefault(term.id().value(), 0L),
                        term.label().german(),
                        term.label().english(),
                        lists.isRetired(term.id()) ? "  (retired)" : "");
            }
        }
    }
}
