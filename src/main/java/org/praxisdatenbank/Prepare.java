package org.praxisdatenbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.praxisdatenbank.problem.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Lets the packaged program run twice, with the sample in a home of its own, and keeps beside the jar what Java learnt
 * of the second run: the classes as they are in memory and, from Java 25 on, which methods are worth compiling. The file of options
 * beside it makes the {@link Launcher}, or whoever names it, use them.
 */
@Command(
        name = "prepare",
        description = "Makes later starts quick: writes what this Java learns of the program beside the jar.",
        mixinStandardHelpOptions = true)
final class Prepare implements Callable<Integer> {
    /** Since then one option does all, method profiles included; before, only classes are kept. */
    private static final int AHEAD_OF_TIME = 25;

    /**
     * For a small server: one collector thread, a heap that grows from little, small headers of objects, and memory
     * given back that compiling has used. What a Java does not know it passes over.
     */
    private static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-Xms40m",
            "-XX:NewSize=16m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-Xss512k");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        Path jar =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
        if (!jar.toString().endsWith(".jar")) {
            throw new Refused("Only the packaged program can be prepared: java -jar praxisdatenbank.jar prepare");
        }
        String name = jar.toString().replaceFirst("\\.jar$", "");
        boolean isAheadOfTime = Runtime.version().feature() >= AHEAD_OF_TIME;
        Path learnt = Path.of(name + (isAheadOfTime ? ".aot" : ".jsa"));
        Path options = Path.of(name + Launched.OPTIONS);
        try {
            Files.deleteIfExists(learnt);
            Files.deleteIfExists(options);
            String keep = (isAheadOfTime ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + learnt;
            TrainingRun.of(jar, OPTIONS, with(keep));
            boolean isThere = Files.exists(learnt);
            String use = (isAheadOfTime ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + learnt;
            Files.write(options, isThere ? with("\"" + use.replace("\\", "\\\\") + "\"") : OPTIONS);
            command.commandLine().getOut().println(isThere ? "prepared " + learnt : "this Java keeps nothing");
            return isThere ? Commands.DONE : Commands.REFUSED;
        } catch (IOException e) {
            throw new UncheckedIOException("preparing " + jar, e);
        }
    }

    private static List<String> with(String option) {
        List<String> all = new ArrayList<>(OPTIONS);
        all.add(option);
        return all;
    }
}
