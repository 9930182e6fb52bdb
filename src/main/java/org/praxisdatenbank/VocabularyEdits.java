package org.praxisdatenbank;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.curation.Edit;
import org.praxisdatenbank.curation.EditKind;
import org.praxisdatenbank.curation.Entered;
import org.praxisdatenbank.curation.Entered.Part;
import org.praxisdatenbank.curation.ListDesk;
import org.praxisdatenbank.curation.Outcome;
import org.praxisdatenbank.curation.Preview;
import org.praxisdatenbank.curation.Reading;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with the lists at the command line; each tells what it changes, then does it. */
final class VocabularyEdits {
    private VocabularyEdits() {}

    /** Changes a list, or only tells what would change. */
    abstract static class Editing extends VocabularyCommand.Curating {
        @Parameters(
                index = "0",
                paramLabel = "LIST",
                description = "topic, field, setting …: vocabulary list tells all")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String list;

        @Option(names = "--dry-run", description = "tell what would change, change nothing")
        boolean isDryRun;

        Editing(Commands commands) {
            super(commands);
        }

        abstract Reading read(ListDesk desk, Vocabularies lists, Vocabulary chosen);

        @Override
        final void work(ListDesk desk, Vocabularies lists, Config config, Storage storage) {
            Vocabulary chosen = list(desk, list);
            long seen = desk.version(chosen);
            lists.refresh();
            Texts texts = Texts.load(Locale.ENGLISH, config.home());
            Edit edit =
                    switch (read(desk, lists, chosen)) {
                        case Reading.Right right -> right.edit();
                        case Reading.Faulty faulty ->
                            throw new Refused(faulty.wrong().stream()
                                    .map(wrong -> name(wrong.part()) + ": " + texts.get(wrong.textKey()))
                                    .collect(Collectors.joining(System.lineSeparator())));
                    };
            print(desk.preview(edit, texts));
            if (isDryRun) {
                line().getOut().println("nothing was changed");
                return;
            }
            switch (desk.apply(edit, seen, Doer.COMMAND)) {
                case Outcome.Done done -> {
                    line().getOut().println("done");
                    done.transaction().ifPresent(transaction -> line().getOut()
                            .println(Commands.searchable(transaction, config, storage)));
                }
                case Outcome.Overtaken overtaken ->
                    throw new Refused("Somebody else has changed this list at the same time; nothing was changed now."
                            + " Look at it with vocabulary list " + list + " and try again.");
            }
        }

        private static String name(Part part) {
            return switch (part) {
                case ID -> "ID";
                case GERMAN -> "--german";
                case ENGLISH -> "--english";
                case AFTER -> "--after";
                case INTO -> "INTO";
                case STATE -> "TERM";
            };
        }

        private void print(Preview preview) {
            PrintWriter out = line().getOut();
            out.println(preview.what());
            preview.notes().forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "carried by: %d published, %d withdrawn, %d drafts%n",
                    preview.affected().published(),
                    preview.affected().withdrawn(),
                    preview.affected().drafts());
            preview.addresses().forEach(address -> out.println(address.from() + " -> " + address.to()));
        }
    }

    /** What a term is called. */
    static final class Names {
        @Option(names = "--german", description = "label in German")
        @Nullable
        String german;

        @Option(names = "--english", description = "label in English")
        @Nullable
        String english;

        /** @param id null: none was given */
        Entered with(@Nullable String id) {
            return Entered.NOTHING.and(Part.ID, id).and(Part.GERMAN, german).and(Part.ENGLISH, english);
        }
    }

    /** Adds a term. */
    @Command(name = "add", description = "Adds a value to a vocabulary.", mixinStandardHelpOptions = true)
    static final class Add extends Editing {
        @Parameters(index = "1", paramLabel = "ID", description = "small letters, digits and single hyphens")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String id;

        @CommandLine.Mixin
        Names names = new Names();

        @ArgGroup
        Place place = new Place();

        Add(Commands commands) {
            super(commands);
        }

        @Override
        Reading read(ListDesk desk, Vocabularies lists, Vocabulary chosen) {
            return desk.add(chosen, place.along(names.with(id)));
        }
    }

    /** Where a term stands. */
    static final class Place {
        @Option(names = "--after", paramLabel = "TERM", description = "stand behind this one")
        @Nullable
        String after;

        @Option(names = "--first", description = "stand before all others")
        boolean isFirst;

        Entered along(Entered entered) {
            return entered.and(Part.AFTER, isFirst ? "" : after);
        }
    }

    /** Changes a term. */
    abstract static class Changing extends Editing {
        @Parameters(index = "1", paramLabel = "TERM", description = "id of the value, or one that it had before")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String term;

        private final EditKind kind;

        Changing(Commands commands, EditKind kind) {
            super(commands);
            this.kind = kind;
        }

        abstract Entered entered();

        @Override
        final Reading read(ListDesk desk, Vocabularies lists, Vocabulary chosen) {
            Term found = lists.named(chosen, term)
                    .orElseThrow(() -> new Refused("There is no value " + term + " in " + chosen.id() + "."
                            + lists.nearest(chosen, term)
                                    .map(near -> " The nearest is " + near.id().value() + ".")
                                    .orElse("")));
            return desk.change(kind, found, entered());
        }
    }

    /** Gives it other names. */
    @Command(
            name = "rename",
            description = "Gives a value another label or id; what is not said stays.",
            mixinStandardHelpOptions = true)
    static final class Rename extends Changing {
        @CommandLine.Mixin
        Names names = new Names();

        @Option(names = "--id", description = "another id, which changes every practice that carries it")
        @Nullable
        String id;

        Rename(Commands commands) {
            super(commands, EditKind.RENAME);
        }

        @Override
        Entered entered() {
            return names.with(id);
        }
    }

    /** Lets it become another one. */
    @Command(
            name = "merge",
            description = "Lets a value become another one: all practices get that; there is no way back.",
            mixinStandardHelpOptions = true)
    static final class Merge extends Changing {
        @Parameters(index = "2", paramLabel = "INTO", description = "id of the value that stays")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String into;

        Merge(Commands commands) {
            super(commands, EditKind.MERGE);
        }

        @Override
        Entered entered() {
            return new Entered(Map.of(Part.INTO, into));
        }
    }

    /** Makes another one beside it. */
    @Command(
            name = "split",
            description = "Makes a new value beside one; practices are assigned in the browser.",
            mixinStandardHelpOptions = true)
    static final class Split extends Changing {
        @Parameters(index = "2", paramLabel = "ID", description = "id of the new value")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String id;

        @CommandLine.Mixin
        Names names = new Names();

        Split(Commands commands) {
            super(commands, EditKind.SPLIT);
        }

        @Override
        Entered entered() {
            return names.with(id);
        }
    }

    /** Lets it stand elsewhere. */
    @Command(
            name = "move",
            description = "Moves a value within its vocabulary, whose order is what people see.",
            mixinStandardHelpOptions = true)
    static final class Move extends Changing {
        @ArgGroup(multiplicity = "1")
        Place place = new Place();

        Move(Commands commands) {
            super(commands, EditKind.MOVE);
        }

        @Override
        Entered entered() {
            return place.along(Entered.NOTHING);
        }
    }

    /** Lets nobody choose it any more. */
    @Command(
            name = "retire",
            description = "Takes a value out of use: nobody can choose it any more, practices keep it.",
            mixinStandardHelpOptions = true)
    static final class Retire extends Changing {
        Retire(Commands commands) {
            super(commands, EditKind.RETIRE);
        }

        @Override
        Entered entered() {
            return Entered.NOTHING;
        }
    }

    /** Lets everybody choose it again. */
    @Command(name = "restore", description = "Takes a retired value into use again.", mixinStandardHelpOptions = true)
    static final class Restore extends Changing {
        Restore(Commands commands) {
            super(commands, EditKind.RESTORE);
        }

        @Override
        Entered entered() {
            return Entered.NOTHING;
        }
    }
}
