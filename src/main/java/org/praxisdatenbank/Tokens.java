package org.praxisdatenbank;

import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.token.AccessToken;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Access tokens at the command line, for when one must end at once; they are made in the browser only. */
@Command(
        name = "token",
        description = "Lists the access tokens of programs, and ends one of them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Tokens {
    private Tokens() {}

    static CommandLine commandLine(Commands commands) {
        return new CommandLine(new Tokens()).addSubcommand(new All(commands)).addSubcommand(new End(commands));
    }

    /** Latest first. */
    @Command(
            name = "list",
            description = "Lists everybody's access tokens, latest first, without their secrets.",
            mixinStandardHelpOptions = true)
    static final class All extends Commands.Task {
        All(Commands commands) {
            commands.super();
        }

        @Override
        public Integer call() {
            return withStorage(
                    (config, storage) -> new TokenStore(storage.database().jdbi())
                            .all()
                            .forEach(token -> line().getOut().println(text(token))));
        }

        private static String text(AccessToken token) {
            return "%d  %s  %s  %s  used %s, ends %s"
                    .formatted(
                            token.number(),
                            token.account(),
                            String.join(
                                    " ",
                                    token.permissions().stream()
                                            .map(Permission::id)
                                            .toList()),
                            token.label(),
                            token.used() == null ? "never" : token.used(),
                            token.ends());
        }
    }

    /** For a token that got lost. */
    @Command(
            name = "end",
            description = "Ends an access token: it is refused from now on.",
            mixinStandardHelpOptions = true)
    static final class End extends Commands.Task {
        @Parameters(paramLabel = "NUMBER", description = "as token list shows it")
        long number;

        End(Commands commands) {
            commands.super();
        }

        @Override
        public Integer call() {
            return withStorage((config, storage) -> {
                if (!new TokenStore(storage.database().jdbi()).end(Doer.COMMAND, number)) {
                    throw new Refused("There is no access token " + number + ". token list shows all.");
                }
                line().getOut().println("ended");
            });
        }
    }
}
