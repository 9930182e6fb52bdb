package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** An installed PostgreSQL, as Debian's package brings it, on a free port with an empty database; gone when closed. */
public final class DebianPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final PostgresTools tools;
    private final int port;

    private DebianPostgres(Path folder, PostgresTools tools, int port) {
        this.folder = folder;
        this.tools = tools;
        this.port = port;
    }

    /** Starts the oldest installed version; without one the test is skipped, in CI it fails. */
    public static DebianPostgres start() throws IOException {
        Path folder = Files.createTempDirectory("debian-postgres");
        PostgresTools tools = new PostgresTools(bin(), folder.resolve("log"));
        String data = folder.resolve("data").toString();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        tools.run(
                LIMIT,
                "initdb",
                "--pgdata=" + data,
                "--username=somebody",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        int port = freePort();
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        tools.run(
                LIMIT,
                "pg_ctl",
                "start",
                "-D",
                data,
                "-w",
                "-s",
                "-l",
                tools.log().toString(),
                "-o",
                options);
        return new DebianPostgres(folder, tools, port);
    }

    private static Path bin() throws IOException {
        Optional<Path> bin = Folders.childrenOf(INSTALLED).stream()
                .map(version -> version.resolve("bin"))
                .filter(path -> Files.isExecutable(path.resolve("initdb")))
                .min(Comparator.naturalOrder());
        String remedy = "No PostgreSQL below " + INSTALLED + ": apt-get install postgresql";
        if (bin.isEmpty() && "true".equals(System.getenv("CI"))) {
            return fail(remedy);
        }
        return bin.orElseGet(() -> abort(remedy));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "somebody", PASSWORD);
    }

    @Override
    public void close() throws IOException {
        String data = folder.resolve("data").toString();
        tools.run(LIMIT, "pg_ctl", "stop", "-D", data, "-m", "fast", "-w", "-s");
        Folders.deleteTree(folder);
    }
}
