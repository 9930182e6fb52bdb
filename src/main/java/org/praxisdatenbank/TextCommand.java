package org.praxisdatenbank;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.sitetext.SiteTextStore;
import org.praxisdatenbank.sitetext.StandardTexts;
import org.praxisdatenbank.sitetext.TextDesk;
import org.praxisdatenbank.sitetext.TextPair;
import org.praxisdatenbank.sitetext.TextStanding;
import org.praxisdatenbank.web.Texts;
import org.praxisdatenbank.web.Typed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The texts of the operator's pages at the command line. */
@Command(
        name = "text",
        description =
                "Lists, shows and writes the texts of the operator's pages; running servers show them after seconds.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TextCommand {
    private TextCommand() {}

    static CommandLine commandLine(Commands commands) {
        return new CommandLine(new TextCommand())
                .addSubcommand(new ListAll(commands))
                .addSubcommand(new Show(commands))
                .addSubcommand(new Write(commands))
                .addSubcommand(new Reset(commands));
    }

    /** What all of them need. */
    abstract static class Writing extends Commands.Task {
        Writing(Commands commands) {
            commands.super();
        }

        @Override
        public final Integer call() {
            return withStorage((config, storage) -> {
                SiteTextStore store = new SiteTextStore(storage.database().jdbi());
                StandardTexts standard = new StandardTexts(
                        language -> Texts.load(language, config.home()),
                        config.people().rules().identityProvider());
                work(new TextDesk(store, standard, () -> {}), Texts.load(Locale.ENGLISH, config.home()));
            });
        }

        abstract void work(TextDesk desk, Texts english);
    }

    /** Prints which there are. */
    @Command(
            name = "list",
            description = "Prints the pages with the number of the version and where the text comes from: own, home"
                    + " (folder) or built_in.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends Writing {
        ListAll(Commands commands) {
            super(commands);
        }

        @Override
        void work(TextDesk desk, Texts english) {
            desk.all().forEach(text -> line().getOut()
                    .printf("%-18s %4d  %s%n", text.page().id(), text.version(), text.origin()));
        }
    }

    /** What is about one page. */
    abstract static class OfPage extends Writing {
        @Parameters(index = "0", paramLabel = "PAGE", description = "impressum, datenschutz …: text list tells all")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String page;

        OfPage(Commands commands) {
            super(commands);
        }

        @Override
        final void work(TextDesk desk, Texts english) {
            work(
                    desk,
                    desk.of(SitePage.of(page)
                            .orElseThrow(() -> new Refused("There is no page " + page + " with a text of its own. There"
                                    + " are: "
                                    + Arrays.stream(SitePage.values())
                                            .map(SitePage::id)
                                            .collect(Collectors.joining(", "))
                                    + "."))),
                    english);
        }

        abstract void work(TextDesk desk, TextStanding text, Texts english);
    }

    /** What changes one. */
    abstract static class Changing extends OfPage {
        @Option(names = "--version-seen", paramLabel = "NUMBER", description = "refuse where the text has another one")
        @Nullable
        Long seen;

        Changing(Commands commands) {
            super(commands);
        }

        @Override
        final void work(TextDesk desk, TextStanding text, Texts english) {
            boolean isSaved = change(desk, text, seen == null ? text.version() : seen, english);
            long version = desk.of(text.page()).version();
            if (!isSaved) {
                throw new Refused("Nothing was changed: the text has version " + version
                        + " by now. Look at it with text show " + page + " and try again.");
            }
            line().getOut().println("version " + version);
        }

        /**
         * Changes it, unless it has another version than that.
         *
         * @return whether it was changed
         */
        abstract boolean change(TextDesk desk, TextStanding text, long version, Texts english);
    }

    /** The two that texts are written in. */
    enum Language {
        de,
        en;

        boolean isGerman() {
            return this == de;
        }
    }

    /** Prints one. */
    @Command(
            name = "show",
            description = "Prints what a page says, for text set to read, and on standard error its version.",
            mixinStandardHelpOptions = true)
    static final class Show extends OfPage {
        @Option(names = "--language", description = "de or en. Default: de")
        Language language = Language.de;

        @Option(names = "--standard", description = "the text that comes with the program, or from its home folder")
        boolean isStandard;

        Show(Commands commands) {
            super(commands);
        }

        @Override
        void work(TextDesk desk, TextStanding text, Texts english) {
            TextPair shown = isStandard ? text.standard() : text.shown();
            line().getOut().println(language.isGerman() ? shown.german() : shown.english());
            line().getErr().println("version " + text.version() + ", " + text.origin());
        }
    }

    /** Writes one. */
    @Command(
            name = "set",
            description = "Writes the text of a page in one language, as a new version; the other one stays.",
            mixinStandardHelpOptions = true)
    static final class Write extends Changing {
        @Parameters(
                index = "1",
                paramLabel = "FILE",
                description = "in UTF-8, in the format that /verwaltung/texte describes; - is the standard input")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String file;

        @Option(names = "--language", description = "de or en. Default: de")
        Language language = Language.de;

        Write(Commands commands) {
            super(commands);
        }

        @Override
        boolean change(TextDesk desk, TextStanding text, long version, Texts english) {
            String read = Typed.clean(content());
            TextPair own = text.own();
            TextPair written =
                    language.isGerman() ? new TextPair(read, own.english()) : new TextPair(own.german(), read);
            List<TextDesk.Wrong> faults = TextDesk.faults(written);
            if (!faults.isEmpty()) {
                throw new Refused(english.get(faults.getFirst().why()));
            }
            return desk.write(text.page(), version, written, Doer.COMMAND);
        }

        private String content() {
            try {
                byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Refused(file + " is no text in UTF-8. Save it so and try again.", e);
            } catch (IOException e) {
                throw new Refused(file + " cannot be read. Name a file that is there, or - for the standard input.", e);
            }
        }
    }

    /** Goes back to the one that comes with the program. */
    @Command(
            name = "reset",
            description = "Shows the text that comes with the program again, as a new version; all versions are kept.",
            mixinStandardHelpOptions = true)
    static final class Reset extends Changing {
        Reset(Commands commands) {
            super(commands);
        }

        @Override
        boolean change(TextDesk desk, TextStanding text, long version, Texts english) {
            return desk.reset(text.page(), version, Doer.COMMAND);
        }
    }
}
