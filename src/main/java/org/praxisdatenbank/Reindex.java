package org.praxisdatenbank;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.JsonProgress;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Builds the index anew, or ends a build, or goes back to the generation before. */
@Command(
        name = "reindex",
        description = "Builds a new index generation beside the live one, verifies it, switches; shows progress.",
        mixinStandardHelpOptions = true)
final class Reindex extends Commands.Task {
    private static final String CANCELLED = "The build was cancelled. The index is as it was before.";

    @Option(names = "--json", description = "tell progress and result as JSON, one object a line, on standard output")
    boolean isJson;

    @Option(names = "--rollback", description = "build nothing: go back to the generation that was the live one before")
    boolean isRollback;

    @Option(names = "--cancel", description = "build nothing: end the build under way, whichever process runs it")
    boolean isCancel;

    Reindex(Commands commands) {
        commands.super();
    }

    @Override
    public Integer call() {
        if (Stream.of(isJson, isRollback, isCancel).filter(is -> is).count() > 1) {
            throw new ParameterException(line(), "--json, --rollback and --cancel exclude each other");
        }
        Config config = config();
        if (isJson) {
            return buildForPrograms(config);
        }
        line().getOut().println(isRollback ? rollBack(config) : isCancel ? cancel(config) : build(config));
        return Commands.DONE;
    }

    private static String rollBack(Config config) {
        return "back to " + IndexMaintenance.rollBack(config.index(), () -> vocabularies(config));
    }

    private static Vocabularies vocabularies(Config config) {
        try (Storage storage = Storage.open(config, Use.COMMAND)) {
            return Commands.vocabularies(storage);
        }
    }

    private static String cancel(Config config) {
        return "cancelled the build of " + new Builds(config.index()).cancel().text();
    }

    private static String build(Config config) {
        try {
            long practices = Commands.watched(progress -> build(config, progress));
            return String.format(Locale.ENGLISH, "%,d practices indexed", practices);
        } catch (CancellationException e) {
            throw new Refused(CANCELLED, e);
        }
    }

    private static long build(Config config, Progress progress) {
        CleanEnd end = CleanEnd.ofThisThread();
        try (end;
                Storage storage = Storage.open(config, Use.COMMAND)) {
            return Commands.maintenance(config, storage).reindex(progress);
        }
    }

    /** Whatever happens, the last line is the result; what went wrong is told on standard error too. */
    private int buildForPrograms(Config config) {
        JsonProgress progress = new JsonProgress(line().getOut(), InstantSource.system());
        try (progress) {
            progress.done(build(config, progress));
            return Commands.DONE;
        } catch (CancellationException e) {
            progress.ended("cancelled", CANCELLED);
            throw new Refused(CANCELLED, e);
        } catch (Refused e) {
            progress.ended("refused", String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException e) {
            progress.ended("failed", "The build failed; the log on standard error says why.");
            throw e;
        }
    }
}
