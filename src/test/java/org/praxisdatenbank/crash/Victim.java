package org.praxisdatenbank.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The packaged program as one process, without the launcher between, so that a kill meets the program itself. */
final class Victim implements AutoCloseable {
    private static final Path JAR = Path.of("target", "praxisdatenbank.jar").toAbsolutePath();
    private static final Path OPTIONS = Path.of("target", "praxisdatenbank.args");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLED = 137;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Optional<String>> address = new CompletableFuture<>();

    private Victim(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("victim-output").start(this::read);
    }

    /**
     * Starts one that will be killed.
     *
     * @param halt fail-point, with {@code :2} the second time it is reached; empty: none
     */
    static Victim startForShort(String halt, List<String> arguments) {
        // it does not live long enough for the better compiler to pay
        return start(List.of("-XX:TieredStopAtLevel=1", "-Dpraxisdatenbank.halt=" + halt), arguments);
    }

    /** Starts it as an operator does. */
    static Victim start(List<String> arguments) {
        return start(List.of(), arguments);
    }

    private static Victim start(List<String> options, List<String> arguments) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn package -DskipTests");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(OPTIONS)) {
            command.add("@" + OPTIONS);
        }
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        try {
            return new Victim(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command, e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("ready ")) {
                    address.complete(Optional.of(line.substring("ready ".length())));
                }
            }
        } catch (IOException e) {
            // it was killed
        } finally {
            address.complete(Optional.empty());
        }
    }

    /** Where it answers; empty when it has ended before. */
    Optional<String> awaitReady() {
        return address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** What it has printed. */
    String output() {
        return String.join("\n", output);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended by itself within the time. */
    boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a kill ended it: by itself at a fail-point, or from outside. */
    boolean wasKilled() {
        return process.exitValue() == KILLED;
    }

    int status() {
        return process.exitValue();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(PATIENCE);
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(PATIENCE)) {
            kill();
        }
    }
}
