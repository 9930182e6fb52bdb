package org.praxisdatenbank;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.backup.Backup;
import org.praxisdatenbank.backup.Restore;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.progress.TerminalProgress;
import org.praxisdatenbank.sync.Difference;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.sync.Verification;
import org.praxisdatenbank.sync.Visibility;
import org.praxisdatenbank.transfer.Exporter;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportReport;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.upload.ImportDeedStore;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands: each reads its settings, does one thing, closes what it opened and answers with its exit status. */
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    static final int DONE = CommandLine.ExitCode.OK;
    /** Refused, or differences found; wrong usage is picocli's 2. */
    static final int REFUSED = CommandLine.ExitCode.SOFTWARE;

    private final Map<String, String> environment;
    private final Words words;

    Commands(Map<String, String> environment, Words words) {
        this.environment = environment;
        this.words = words;
    }

    /** What every command has: its settings and its output. */
    abstract class Task implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        CommandSpec command;

        final CommandLine line() {
            return command.commandLine();
        }

        final Config config() {
            Map<Setting, String> flags = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                @Nullable String flag = line().getParseResult().matchedOptionValue(setting.flag(), null);
                if (flag != null) {
                    flags.put(setting, flag);
                }
            }
            return Config.read(flags, environment);
        }

        /** Does the work with the database open, and lets go of what it has printed; the exit status. */
        final int withStorage(BiConsumer<Config, Storage> work) {
            Config config = config();
            try (Storage storage = Storage.open(config, Use.COMMAND)) {
                work.accept(config, storage);
                line().getOut().flush();
                return DONE;
            }
        }
    }

    /** Runs until the process is told to end. */
    @Command(
            name = "serve",
            description = "Serves pages and API; prints one line with the address when ready.",
            mixinStandardHelpOptions = true)
    final class Serve extends Task {
        @Override
        public Integer call() throws InterruptedException {
            Config config = config();
            CompletableFuture<German> german = words.reading();
            LOG.info("settings: {}", config.described());
            Parts parts = new Parts();
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "shutdown"));
            App app = App.start(config, german, parts);
            if (!app.awaitReady()) {
                return DONE; // told to end while the index was being built
            }
            PrintWriter out = line().getOut();
            out.println("ready " + app.address());
            out.flush();
            Thread.currentThread().join(); // until the process is told to end
            return DONE;
        }
    }

    /** Takes practices in. */
    @Command(
            name = "import",
            description = "Reads practices (JSON, JSON Lines, CSV or XLSX); inserts or updates by id; all or nothing.",
            mixinStandardHelpOptions = true)
    final class Import extends Task {
        @Parameters(paramLabel = "FILE", description = "practices.json, .jsonl, .csv or .xlsx; - is the standard input")
        @SuppressWarnings("NullAway.Init") // set by picocli
        Path file;

        @Option(names = "--dry-run", description = "check everything, change nothing")
        boolean isDryRun;

        @Override
        public Integer call() {
            Config config = config();
            try (Storage storage = Storage.open(config, Use.COMMAND)) {
                ImportResult result = run(config, storage);
                PrintWriter report = result.isRefused() ? line().getErr() : line().getOut();
                new ImportReport(result).lines().forEach(report::println);
                report.flush();
                result.transaction()
                        .ifPresent(transaction -> line().getOut().println(searchable(transaction, config, storage)));
                return result.isRefused() ? REFUSED : DONE;
            }
        }

        private ImportResult run(Config config, Storage storage) {
            ImportLimits limits =
                    new ImportLimits(config.limits().findings(), config.limits().recordLength());
            Importer importer = new Importer(new ImportStore(storage.database().jdbi()), limits);
            return watched(progress -> importer.run(
                    ImportSource.file(file), Map.of(), isDryRun, progress, ImportDeedStore.done(Doer.COMMAND)));
        }
    }

    /** Writes practices out. */
    @Command(
            name = "export",
            description = "Writes every published practice in the format that import reads.",
            mixinStandardHelpOptions = true)
    final class Export extends Task {
        @Parameters(paramLabel = "FILE", description = "its ending tells the format: .json, .jsonl, .csv or .xlsx")
        @SuppressWarnings("NullAway.Init") // set by picocli
        Path file;

        @Option(names = "--bom", description = "let CSV begin with a byte order mark, by which Excel knows UTF-8")
        boolean hasMark;

        @Override
        public Integer call() {
            try (Storage storage = Storage.open(config(), Use.COMMAND)) {
                Exporter exporter =
                        new Exporter(new PracticeStore(storage.database().jdbi()));
                long written = watched(progress -> exporter.run(file, hasMark, progress));
                line().getErr().printf("%,d written to %s%n", written, file);
                return DONE;
            }
        }
    }

    /** Saves all content. */
    @Command(
            name = "backup",
            description = "Writes all content of the database into one ZIP file that any program can read.",
            mixinStandardHelpOptions = true)
    final class BackUp extends Task {
        @Parameters(paramLabel = "FILE", description = "is replaced when all is written: praxis.zip")
        @SuppressWarnings("NullAway.Init") // set by picocli
        Path file;

        @Override
        public Integer call() {
            try (Storage storage = Storage.open(config(), Use.COMMAND)) {
                Backup backup = new Backup(storage.database(), Version.get());
                long rows = watched(progress -> backup.run(file, progress));
                line().getErr().printf(Locale.ENGLISH, "%,d rows written to %s%n", rows, file);
                return DONE;
            }
        }
    }

    /** Puts a backup into a new database. */
    @Command(
            name = "restore",
            description = "Puts a backup into a database without practices; all or nothing. The index is built anew.",
            mixinStandardHelpOptions = true)
    final class PutBack extends Task {
        @Parameters(paramLabel = "FILE", description = "what backup has written")
        @SuppressWarnings("NullAway.Init") // set by picocli
        Path file;

        @Option(
                names = "--verify",
                description = "read back all of it and compare it with the backup, before it counts")
        boolean isVerified;

        @Override
        public Integer call() {
            try (Storage storage = Storage.connect(config(), Use.COMMAND)) {
                Restore restore = new Restore(storage.database());
                long rows = watched(progress -> restore.run(file, isVerified, progress));
                line().getOut()
                        .printf(
                                Locale.ENGLISH,
                                "%,d rows restored%s%n",
                                rows,
                                isVerified ? ", equal to the backup" : "");
                return DONE;
            }
        }
    }

    /** Brings the schema up to date. */
    @Command(
            name = "migrate",
            description = "Brings the database's schema up to date and stops.",
            mixinStandardHelpOptions = true)
    final class Migrate extends Task {
        @Override
        public Integer call() {
            Storage.open(config(), Use.COMMAND).close();
            line().getOut().println("the schema is up to date");
            return DONE;
        }
    }

    /** Compares database and index. */
    @Command(
            name = "verify",
            description = "Compares database and index record by record; prints the differences.",
            mixinStandardHelpOptions = true)
    final class Verify extends Task {
        @Option(names = "--repair", description = "take over into the index again what differs, and compare once more")
        boolean isRepair;

        @Override
        public Integer call() {
            Config config = config();
            try (Storage storage = Storage.open(config, Use.COMMAND)) {
                IndexMaintenance index = maintenance(config, storage);
                Verification found = watched(index::verify);
                found.damaged().forEach(file -> line().getOut().println("damaged  " + file));
                found.differences().forEach(difference -> line().getOut().println(text(difference)));
                return isRepair && !found.differences().isEmpty()
                        ? told(watched(progress -> index.repair(found, progress)))
                        : told(found);
            }
        }

        private int told(Verification result) {
            if (!result.damaged().isEmpty()) {
                line().getErr().println("Files of the index are damaged. Run reindex to build it anew.");
                return REFUSED;
            }
            line().getOut().println(summary(result));
            if (result.isEqual()) {
                return DONE;
            }
            line().getErr().println("Database and index differ. Run verify --repair or reindex to make them equal.");
            return REFUSED;
        }

        private static String summary(Verification result) {
            long untold = result.different() - result.differences().size();
            return String.format(
                    Locale.ENGLISH,
                    "%s%s: %,d in the database, %,d in the index",
                    untold > 0 ? String.format(Locale.ENGLISH, "and %,d more%n", untold) : "",
                    result.isEqual() ? "equal" : "different",
                    result.published(),
                    result.indexed());
        }

        private String text(Difference difference) {
            return switch (difference) {
                case Difference.Missing missing -> "missing  " + missing.id().value();
                case Difference.Extra extra -> "extra    " + extra.id().value();
                case Difference.Stale stale -> "stale    " + stale.id().value();
            };
        }
    }

    /** Shows on standard error how far the work has come; the bar is closed when this returns. */
    static <T> T watched(Function<Progress, T> work) {
        try (Progress progress = TerminalProgress.onStandardError()) {
            return work.apply(progress);
        }
    }

    static Vocabularies vocabularies(Storage storage) {
        return new VocabularyStore(storage.database().jdbi()).load();
    }

    /** Waits for running servers to show what a transaction has changed, and says when they will. */
    static String searchable(long transaction, Config config, Storage storage) {
        return switch (new Visibility(storage.database())
                .await(transaction, config.limits().importWait())) {
            case NOW -> "searchable now";
            case SOON -> "will be searchable soon: a server has not taken it over yet";
            case WITHOUT_SERVER -> "will be searchable when the server runs";
        };
    }

    static IndexMaintenance maintenance(Config config, Storage storage) {
        return new IndexMaintenance(
                storage.database(), new IndexSetup(config.index(), vocabularies(storage), new German(), App.CLOCK));
    }
}
