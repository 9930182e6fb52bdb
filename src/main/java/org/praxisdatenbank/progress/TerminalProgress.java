package org.praxisdatenbank.progress;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses how progress is shown on standard error: a bar where a person looks on, else plain lines. */
public final class TerminalProgress {
    private static final Path STANDARD_ERROR = Path.of("/dev/stderr");
    private static final Path NOWHERE = Path.of("/dev/null");

    private TerminalProgress() {}

    /** A new one, closed by the caller. */
    public static Progress onStandardError() {
        PrintStream out = System.err;
        return isTerminal() ? new BarProgress(out) : new LineProgress(out::println, InstantSource.system());
    }

    /** A new one that tells plain lines, one every few seconds at most. */
    public static Progress lines(Consumer<String> line) {
        return new LineProgress(line, InstantSource.system());
    }

    @SuppressWarnings("SystemConsoleNull") // up to Java 21 it is null without a terminal; later ones are asked below
    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        return console != null && isTerminal(console) && isDevice(STANDARD_ERROR);
    }

    /**
     * Up to Java 21 a console is a terminal; later ones must be asked, by a method that 21 does not have. Hence the
     * reflection.
     */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    /** The console knows input and output only; {@code 2>file} shows in the file system, where there is such a file. */
    private static boolean isDevice(Path stream) {
        if (!Files.exists(Path.of("/dev"))) {
            return true;
        }
        try {
            Path device = stream.toRealPath();
            return device.startsWith("/dev") && !device.equals(NOWHERE);
        } catch (IOException pipe) {
            return false;
        }
    }
}
