package org.praxisdatenbank.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL's own programs, one at a time; all they say goes to the end of one log file. */
final class PostgresTools {
    private static final int LINES_SHOWN = 6;

    private final Path bin;
    private final Path log;
    private final List<String> prefix;

    /**
     * @param bin folder with {@code initdb}, {@code pg_ctl} and {@code postgres}
     * @param log is created when missing
     */
    PostgresTools(Path bin, Path log) {
        this.bin = bin;
        this.log = log;
        this.prefix = prefixForRoot();
    }

    // PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody, but still owns its files.
    private static List<String> prefixForRoot() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (!linux || new UnixSystem().getUid() != 0) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "--user");
        try {
            int status = start("unshare", new ProcessBuilder("unshare", "--user", "true"), Duration.ofSeconds(5));
            return status == 0 ? unshare : List.of();
        } catch (IOException e) {
            // Where a container forbids it, initdb says itself that it must not be run as root.
            return List.of();
        }
    }

    Path log() {
        return log;
    }

    /** As {@link #run(Duration, Path, List)}, with nothing to read. */
    void run(Duration limit, String... command) throws IOException {
        run(limit, null, List.of(command));
    }

    /**
     * Waits for the program's end, also when the thread is interrupted: half a start or stop helps nobody.
     *
     * @param input becomes its standard input, null for none
     * @param command the first word is the program's name
     * @throws IOException when it fails or takes longer; the message ends with the last lines of the log
     */
    void run(Duration limit, @Nullable Path input, List<String> command) throws IOException {
        long before = Files.exists(log) ? Files.size(log) : 0;
        List<String> words = new ArrayList<>(prefix);
        words.add(bin.resolve(command.getFirst()).toString());
        words.addAll(command.subList(1, command.size()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        int status = start(command.getFirst(), builder, limit);
        if (status != 0) {
            throw new IOException("%s ended with status %d: %s".formatted(command.getFirst(), status, tail(before)));
        }
    }

    private static int start(String name, ProcessBuilder builder, Duration limit) throws IOException {
        // PGPORT, PGOPTIONS and the like of the person's shell are meant for other databases.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        Process process = builder.start();
        if (!waitFor(process, limit)) {
            process.destroyForcibly();
            throw new IOException("%s did not end within %d s".formatted(name, limit.toSeconds()));
        }
        return process.exitValue();
    }

    private static boolean waitFor(Process process, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String tail(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] text = new byte[(int) Math.min(file.length() - from, 1 << 20)];
            file.readFully(text);
            List<String> lines =
                    new String(text, StandardCharsets.UTF_8).strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        }
    }
}
