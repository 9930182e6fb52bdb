package org.praxisdatenbank.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server as a process of its own, on a free port. */
final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "praxisdatenbank.jar").toAbsolutePath();
    /** What {@code prepare} leaves beside the jar. */
    private static final Path JAVA_OPTIONS = Path.of("target", "praxisdatenbank.args").toAbsolutePath();
    /** Another setting than this would answer from memory. */
    private static final String NO_CACHE = "0";

    private static final long VERIFICATION_ASKED_NANOS = 500_000_000;
    /** Ten minutes; an index that differs from its database is never verified. */
    private static final int VERIFICATION_ASKED = 1_200;

    private final Process process;
    private final String address;
    private final long startNanos;

    /** Whether answers may be kept. */
    enum Cache {
        ON,
        OFF
    }

    private ServerProcess(ProcessBuilder builder, File log) throws IOException {
        long began = System.nanoTime();
        this.process = builder.redirectError(log).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        this.address = awaitReady(log);
        this.startNanos = System.nanoTime() - began;
    }

    /** The program as the class path has it, once it has compared its index with the database, as it does each hour. */
    static ServerProcess start(World world, Options options, Cache cache) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.praxisdatenbank.Main"));
        ServerProcess server = serve(command, world, options, cache);
        server.awaitVerification();
        return server;
    }

    private void awaitVerification() throws IOException {
        try (HttpLine line = new HttpLine(address)) {
            for (int asked = 0; asked < VERIFICATION_ASKED; asked++) {
                if (line.get("/api/v1/status").toString().contains("\"verified_at\":\"")) {
                    return;
                }
                LockSupport.parkNanos(VERIFICATION_ASKED_NANOS);
            }
        }
        throw new IllegalStateException("the index does not equal the database, or comparing them takes too long");
    }

    /** How the packaged program is started. */
    enum Packaged {
        /** The launcher in the jar starts a second process. */
        BY_LAUNCHER("java -jar"),
        /** With the options that {@code prepare} has left. */
        DIRECTLY("java @praxisdatenbank.args -jar");

        private final String typed;

        Packaged(String typed) {
            this.typed = typed;
        }

        /** What is typed to do so. */
        String typed() {
            return typed;
        }

        private List<String> options() {
            return this == DIRECTLY ? List.of("@" + JAVA_OPTIONS) : List.of();
        }
    }

    /** The packaged program. */
    static ServerProcess startPackaged(Packaged how, World world, Options options) throws IOException {
        for (Path needed : List.of(JAR, JAVA_OPTIONS)) {
            if (!Files.exists(needed)) {
                throw new IllegalStateException(needed + " is missing: mvn package -DskipTests");
            }
        }
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(how.options());
        command.addAll(List.of("-jar", JAR.toString()));
        return serve(command, world, options, Cache.ON);
    }

    private static ServerProcess serve(List<String> command, World world, Options options, Cache cache)
            throws IOException {
        command.addAll(List.of(
                "serve",
                "--port=0",
                "--home=" + world.home(),
                "--sample=false",
                "--database-url=" + world.address().jdbcUrl(),
                "--database-user=" + world.address().user(),
                "--database-password=" + world.address().password()));
        command.addAll(options.serverFlags());
        ProcessBuilder builder = new ProcessBuilder(command);
        if (cache == Cache.OFF) {
            builder.environment().put("PRAXIS_CACHE_BYTES", NO_CACHE);
        }
        return new ServerProcess(builder, world.home().resolve("server.log").toFile());
    }

    /** The bare server, see {@link BareServer}. */
    static ServerProcess startBare(Options options, Path answer, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options.jvm());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), BareServer.class.getName(), answer.toString()));
        return new ServerProcess(new ProcessBuilder(command), log.toFile());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String awaitReady(File log) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
        }
        throw new IllegalStateException("the server did not start, see " + log);
    }

    String address() {
        return address;
    }

    /** From the start of the process to the line that says ready. */
    long startNanos() {
        return startNanos;
    }

    /** Resident memory of the program and of what it has started; 0 where the system does not tell. */
    long residentBytes() throws IOException {
        long bytes = 0;
        for (ProcessHandle part : parts()) {
            Path status = Path.of("/proc", String.valueOf(part.pid()), "status");
            if (Files.exists(status)) {
                bytes += Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) << 10)
                        .sum();
            }
        }
        return bytes;
    }

    private List<ProcessHandle> parts() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
