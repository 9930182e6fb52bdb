package org.praxisdatenbank;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.confirmation.DueStore;
import org.praxisdatenbank.confirmation.LetterStore;
import org.praxisdatenbank.confirmation.Letters;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.web.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what is to be confirmed, and asks for it. */
@Command(
        name = "confirm",
        description = "Tells how many practices nobody has confirmed within a year; --send asks by letter.",
        mixinStandardHelpOptions = true)
final class ConfirmCommand extends Commands.Task {
    @Option(names = "--send", description = "send letters now: one a practice in 30 days, 200 at a time")
    boolean isSending;

    ConfirmCommand(Commands commands) {
        commands.super();
    }

    @Override
    public Integer call() {
        Config config = config();
        try (Storage storage = Storage.open(config, Use.COMMAND)) {
            Letters letters = letters(config, storage.database());
            if (isSending) {
                line().getOut().printf(Locale.ENGLISH, "%,d letters sent%n", letters.send());
                return Commands.DONE;
            }
            long due = new DueStore(storage.database().jdbi()).count(LocalDate.now(App.CLOCK));
            line().getOut()
                    .printf(
                            Locale.ENGLISH,
                            "%,d practices to be confirmed; letters that can be sent now: %,d%n",
                            due,
                            letters.waiting());
            return Commands.DONE;
        }
    }

    private Letters letters(Config config, Database database) {
        @Nullable String publicUrl = config.web().publicUrl();
        if (publicUrl == null && isSending) {
            throw new Refused("Letters need links: set PRAXIS_PUBLIC_URL (--public-url).");
        }
        return letters(config, database, Texts.load(Locale.GERMAN, config.home()), publicUrl == null ? "" : publicUrl);
    }

    /** As the server and this command write them. */
    static Letters letters(Config config, Database database, Texts texts, String publicUrl) {
        ContactStore contacts =
                new ContactStore(database.jdbi(), config.people().contacts());
        return new Letters(
                new DueStore(database.jdbi()),
                new LetterStore(database.jdbi(), contacts),
                App.outbox(config),
                new Letters.Post(
                        texts, publicUrl, config.people().confirmation().link()),
                App.CLOCK);
    }
}
