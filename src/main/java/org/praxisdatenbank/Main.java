package org.praxisdatenbank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
            words.begin(); // beside all else
        }
        // Lucene logs with the JDK's own logging
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(program(System.getenv(), words, arguments).execute(arguments));
    }

    /** The program as a value, with all its commands; for tests. */
    static CommandLine commandLine(Map<String, String> environment) {
        return program(commands(environment, new Words()));
    }

    /** Making a command takes a while: whoever asks for one shall not wait for the others. */
    private static CommandLine program(Map<String, String> environment, Words words, String[] arguments) {
        Map<String, Supplier<Object>> commands = commands(environment, words);
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        return program(commands);
    }

    private static CommandLine program(Map<String, Supplier<Object>> commands) {
        CommandLine program = new CommandLine(new Main());
        commands.forEach((name, command) -> program.addSubcommand(name, command.get()));
        program.getSubcommands().values().forEach(Main::addSettings);
        program.setExecutionExceptionHandler((exception, command, parsed) -> refused(exception, command));
        return program;
    }

    /** By name; in the order in which help lists them. */
    private static Map<String, Supplier<Object>> commands(Map<String, String> environment, Words words) {
        Commands commands = new Commands(environment, words);
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("serve", () -> commands.new Serve());
        all.put("import", () -> commands.new Import());
        all.put("export", () -> commands.new Export());
        all.put("reindex", () -> new Reindex(commands));
        all.put("confirm", () -> new ConfirmCommand(commands));
        all.put("verify", () -> commands.new Verify());
        all.put("migrate", () -> commands.new Migrate());
        all.put("backup", () -> commands.new BackUp());
        all.put("restore", () -> commands.new PutBack());
        all.put("user", () -> User.commands(commands));
        all.put("revision", () -> Revisions.commandLine(commands));
        all.put("imports", () -> Imports.commandLine(commands));
        all.put("token", () -> Tokens.commandLine(commands));
        all.put("vocabulary", () -> VocabularyCommand.commandLine(commands));
        all.put("text", () -> TextCommand.commandLine(commands));
        all.put("fruitless", () -> new FruitlessCommand(commands));
        all.put("audit", () -> new Audit(commands));
        all.put("prepare", Prepare::new);
        return all;
    }

    /** To commands that have settings; of a group each may be one. */
    private static void addSettings(CommandLine command) {
        command.getSubcommands().values().forEach(Main::addSettings);
        if (!(command.getCommand() instanceof Commands.Task)) {
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
