package org.praxisdatenbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.NewAccount;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.web.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts from the command line; the first admin can be made nowhere else. */
@Command(
        name = "user",
        description =
                "Keeps accounts: adds one, lists all, makes a new link for choosing a password, closes and opens one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class User {
    private User() {}

    static CommandLine commands(Commands commands) {
        CommandLine user = new CommandLine(new User());
        user.addSubcommand(new Add(commands));
        user.addSubcommand(new ListAll(commands));
        user.addSubcommand(new Link(commands));
        user.addSubcommand(new Close(commands));
        user.addSubcommand(new Open(commands));
        return user;
    }

    /** What all of them need. */
    abstract static class Keeping extends Commands.Task {
        Keeping(Commands commands) {
            commands.super();
        }

        @Override
        public final Integer call() {
            return withStorage((config, storage) -> work(App.accounts(config, storage.database()), config, storage));
        }

        abstract void work(Accounts accounts, Config config, Storage storage);

        final void printLink(Accounts accounts, AccountId id, Config config) {
            @Nullable String known = config.web().publicUrl();
            String server = known != null
                    ? known
                    : "http://" + config.web().host() + ":" + config.web().port();
            line().getOut().println("choose a password, within 14 days: " + server + accounts.invitation(id));
        }
    }

    /** Adds somebody. */
    @Command(
            name = "add",
            description = "Adds somebody and prints the link with which they choose their password.",
            mixinStandardHelpOptions = true)
    static final class Add extends Keeping {
        @Parameters(paramLabel = "EMAIL")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String email;

        @Option(names = "--name", required = true, description = "what they are called")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String name;

        @Option(names = "--role", required = true, description = "provider, office, editor or admin")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String role;

        @Option(names = "--state", description = "of an office: DE-BE; may be given several times")
        List<String> states = List.of();

        @Option(names = "--provider", description = "of a provider: the organisation's name")
        @Nullable
        String provider;

        @Option(names = "--password-stdin", description = "read the password from the standard input; no link")
        boolean isPasswordGiven;

        Add(Commands commands) {
            super(commands);
        }

        @Override
        void work(Accounts accounts, Config config, Storage storage) {
            Texts texts = Texts.load(Locale.ENGLISH, config.home());
            NewAccount entered =
                    new NewAccount(new Person(name, email), role, Set.copyOf(states), provider == null ? "" : provider);
            entered.faults(Commands.vocabularies(storage).stateCodes()).forEach((field, key) -> {
                throw new Refused(field + ": " + texts.get(key));
            });
            String password = isPasswordGiven ? firstLine() : "";
            if (isPasswordGiven) {
                accounts.fault(password, entered.person()).ifPresent(key -> {
                    throw new Refused(texts.get(key));
                });
            }
            AccountId id = accounts.add(entered, Doer.COMMAND)
                    .orElseThrow(() -> new Refused(texts.get("account.email.taken")));
            if (isPasswordGiven) {
                accounts.setPassword(id, password);
                line().getOut().println("added");
            } else {
                printLink(accounts, id, config);
            }
        }

        private static String firstLine() {
            try {
                @Nullable
                String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                return line == null ? "" : line;
            } catch (IOException e) {
                throw new UncheckedIOException("reading the password", e);
            }
        }
    }

    /** Prints all. */
    @Command(name = "list", description = "Prints all accounts.", mixinStandardHelpOptions = true)
    static final class ListAll extends Keeping {
        ListAll(Commands commands) {
            super(commands);
        }

        @Override
        void work(Accounts accounts, Config config, Storage storage) {
            accounts.store().all().forEach(account -> line().getOut()
                    .printf(
                            "%s  %-8s  %s  %s%s%n",
                            account.id(),
                            account.role().id(),
                            account.person().email(),
                            account.person().name(),
                            account.isOpen() ? "" : "  (closed)"));
        }
    }

    /** Something that is done with one account. */
    abstract static class OfOne extends Keeping {
        @Parameters(paramLabel = "EMAIL")
        @SuppressWarnings("NullAway.Init") // set by picocli
        String email;

        OfOne(Commands commands) {
            super(commands);
        }

        final Account find(Accounts accounts, boolean isOpen) {
            return accounts.store()
                    .find(email)
                    .filter(account -> account.isOpen() == isOpen)
                    .orElseThrow(() -> new Refused("There is no " + (isOpen ? "open" : "closed")
                            + " account with that email address. user list prints all."));
        }
    }

    /** Lets somebody in again who has forgotten the password. */
    @Command(
            name = "link",
            description = "Prints a link with which somebody chooses a new password.",
            mixinStandardHelpOptions = true)
    static final class Link extends OfOne {
        Link(Commands commands) {
            super(commands);
        }

        @Override
        void work(Accounts accounts, Config config, Storage storage) {
            Account account = find(accounts, true);
            accounts.audit().add(Doer.COMMAND, new Deed("account.invited", account.id()));
            printLink(accounts, account.id(), config);
        }
    }

    /** Keeps somebody out. */
    @Command(
            name = "close",
            description = "Closes an account: nobody comes in with it any more, what was written stays.",
            mixinStandardHelpOptions = true)
    static final class Close extends OfOne {
        Close(Commands commands) {
            super(commands);
        }

        @Override
        void work(Accounts accounts, Config config, Storage storage) {
            accounts.close(find(accounts, true), true, Doer.COMMAND);
            line().getOut().println("closed");
        }
    }

    /** Lets somebody in again whose account was closed. */
    @Command(name = "open", description = "Opens a closed account again.", mixinStandardHelpOptions = true)
    static final class Open extends OfOne {
        Open(Commands commands) {
            super(commands);
        }

        @Override
        void work(Accounts accounts, Config config, Storage storage) {
            accounts.close(find(accounts, false), false, Doer.COMMAND);
            line().getOut().println("open");
        }
    }
}
