package org.praxisdatenbank;

import java.util.Map;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The program's entry: picks the command and turns its end into an exit status. */
@Command(
        name = "praxisdatenbank",
        description = "The practice database for health equity. COMMAND --help shows what a command takes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final String DATABASE_AWAY =
            "The database no longer answers. What was not finished was undone. Try" + " again when it is back.";

    private Main() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Launched.endWithLauncher();
        Words words = new Words();
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            words.begin(); // beside all else: it takes as long as the rest of the start
        }
        // Lucene logs with the JDK's own logging
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine(System.getenv(), words).execute(arguments));
    }

    /** The program as a value, for tests too. */
    static CommandLine commandLine(Map<String, String> environment) {
        return commandLine(environment, new Words());
    }

    private static CommandLine commandLine(Map<String, String> environment, Words words) {
        CommandLine program = new CommandLine(new Main());
        Commands commands = new Commands(environment, words);
        program.addSubcommand(commands.new Serve());
        program.addSubcommand(commands.new Import());
        program.addSubcommand(commands.new Export());
        program.addSubcommand(new Reindex(commands));
        program.addSubcommand(new ConfirmCommand(commands));
        program.addSubcommand(commands.new Verify());
        program.addSubcommand(commands.new Migrate());
        program.addSubcommand(commands.new BackUp());
        program.addSubcommand(commands.new PutBack());
        program.addSubcommand(User.commands(commands));
        program.addSubcommand(Revisions.commandLine(commands));
        program.addSubcommand(Imports.commandLine(commands));
        program.addSubcommand(Tokens.commandLine(commands));
        program.addSubcommand(VocabularyCommand.commandLine(commands));
        program.addSubcommand(TextCommand.commandLine(commands));
        program.addSubcommand(new FruitlessCommand(commands));
        program.addSubcommand(new Audit(commands));
        program.getSubcommands().values().forEach(Main::addSettings);
        program.addSubcommand(new Prepare());
        program.setExecutionExceptionHandler((exception, command, parsed) -> refused(exception, command));
        return program;
    }

    /** To commands; a group of them has no settings of its own. */
    private static void addSettings(CommandLine command) {
        if (!command.getSubcommands().isEmpty()) {
            command.getSubcommands().values().forEach(Main::addSettings);
            return;
        }
        for (Setting setting : Setting.values()) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder(setting.flag())
                            .type(String.class)
                            .paramLabel("VALUE")
                            .description(description(setting))
                            .build());
        }
    }

    private static String description(Setting setting) {
        String initial = setting.initial().isEmpty() ? "" : " Default: " + setting.initial() + ".";
        return setting.meaning() + "." + initial + " (" + setting.variable() + ")";
    }

    /** Only now: to set up the log takes a while, and the word lists shall be read meanwhile. */
    private static Logger log() {
        return LoggerFactory.getLogger(Main.class);
    }

    private static int refused(Exception exception, CommandLine command) {
        if (exception instanceof Refused refused) {
            log().debug("refused", refused);
            command.getErr().println(refused.getMessage());
        } else if (Outage.isBehind(exception)) {
            log().debug("refused", exception);
            command.getErr().println(DATABASE_AWAY);
        } else {
            log().error("the command failed", exception);
        }
        return Commands.REFUSED;
    }
}
