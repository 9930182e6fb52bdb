package org.praxisdatenbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as a process of its own, as an operator runs it. */
final class Program implements AutoCloseable {
    private static final Path JAR = Path.of("target", "praxisdatenbank.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final BufferedReader out;

    private Program(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it; standard error and output come together. */
    static Program start(String... arguments) {
        return start(Path.of(ProcessHandle.current().info().command().orElseThrow()), arguments);
    }

    private static Program start(Path java, String... arguments) {
        // what a shell starts in the background ignores Ctrl-C, and so do its children
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(java.toString());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(arguments));
        try {
            return new Program(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command, e);
        }
    }

    /** Runs it to its end. */
    static Ended run(String... arguments) {
        return ended(start(arguments));
    }

    /** The same with another Java. */
    static Ended runWith(Path java, String... arguments) {
        return ended(start(java, arguments));
    }

    private static Ended ended(Program started) {
        try (Program program = started) {
            String text = String.join("\n", program.out.lines().toList());
            return new Ended(program.awaitEnd(PATIENCE), text);
        }
    }

    /**
     * How a process ended.
     *
     * @param text all it printed
     */
    record Ended(int status, String text) {}

    /** The address of the ready line. */
    String awaitReady() {
        List<String> before = new ArrayList<>();
        for (String line : (Iterable<String>) () -> lines().iterator()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
            before.add(line);
        }
        throw new IllegalStateException("ended before it was ready:\n" + String.join("\n", before));
    }

    /** Reads on until a line has this in it. */
    void awaitLine(String part) {
        List<String> before = new ArrayList<>();
        for (String line : (Iterable<String>) () -> lines().iterator()) {
            if (line.contains(part)) {
                return;
            }
            before.add(line);
        }
        throw new IllegalStateException("ended without " + part + ":\n" + String.join("\n", before));
    }

    /** All that it still prints until it ends. */
    List<String> rest() {
        return lines().toList();
    }

    long pid() {
        return process.pid();
    }

    /** @param name as {@code kill} knows it: {@code INT}, {@code STOP}, {@code CONT} */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kill -" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> lines() {
        return out.lines();
    }

    /** Exit status. */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("did not end within " + patience);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Linux tells of the files that the program, whichever process it is, has mapped. */
    String filesInMemory() throws IOException {
        StringBuilder maps = new StringBuilder(maps(process.toHandle()));
        for (ProcessHandle child : process.descendants().toList()) {
            maps.append(maps(child));
        }
        return maps.toString();
    }

    private static String maps(ProcessHandle process) throws IOException {
        Path maps = Path.of("/proc", String.valueOf(process.pid()), "maps");
        return Files.isReadable(maps) ? Files.readString(maps) : "";
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(PATIENCE);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            awaitEnd(PATIENCE);
        }
    }
}
