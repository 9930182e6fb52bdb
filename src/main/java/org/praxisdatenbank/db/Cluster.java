package org.praxisdatenbank.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.praxisdatenbank.problem.Refused;

/** One PostgreSQL data folder and the server on it. Only the holder of the home's lock may use it. */
final class Cluster {
    /** After a crash PostgreSQL first replays its log; that may take minutes on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Path data;
    private final Path binaries;
    private final PostgresTools tools;

    private Cluster(Path data, Path binaries, PostgresTools tools) {
        this.data = data;
        this.binaries = binaries;
        this.tools = tools;
    }

    /**
     * Sees to it that there is a data folder and that nobody runs on it.
     *
     * @param home a real path
     * @throws Refused when the folder cannot be used as it is; nothing in it has been changed then
     */
    static Cluster prepare(Path home) throws IOException {
        Path data = dataIn(home);
        Path binaries = home.resolve("postgres-bin");
        NewCluster.refuseUnlessUsable(data);
        PostgresTools tools = new PostgresTools(PostgresBinaries.unpack(binaries), home.resolve("postgres.log"));
        Cluster cluster = new Cluster(data, binaries, tools);
        cluster.clearAway();
        NewCluster.createIfMissing(data, tools);
        return cluster;
    }

    static Path dataIn(Path home) {
        return home.resolve("postgres");
    }

    EmbeddedAccount account() throws IOException {
        return EmbeddedAccount.of(data);
    }

    /** Ends a server that a killed program has left, and removes the trace of one that died with it. */
    private void clearAway() throws IOException {
        Postmaster postmaster = Postmaster.read(data).orElse(null);
        if (postmaster == null) {
            Files.deleteIfExists(Postmaster.fileIn(data));
            return;
        }
        switch (postmaster.identity(binaries, data)) {
            case OURS -> stop();
            case FOREIGN -> Files.deleteIfExists(Postmaster.fileIn(data));
            case OTHER_POSTGRES ->
                throw new Refused("Another PostgreSQL runs on %s as process %d. Stop it, or %s"
                        .formatted(data, postmaster.pid(), EmbeddedDatabase.OTHER_HOME));
        }
    }

    /**
     * Starts the server on a free port of 127.0.0.1 and waits until it accepts connections.
     *
     * @param settings {@code name=value}, without characters that a shell would change
     * @return the port
     */
    int start(List<String> settings) throws IOException {
        IOException failure = new IOException("never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            try {
                tools.run(START_LIMIT, startCommand(port, settings));
                return port;
            } catch (IOException e) {
                // Someone else may have taken the port, or the last children of a killed server are still ending.
                failure = e;
                clearAway();
            }
        }
        throw failure;
    }

    // pg_ctl puts the server into a session of its own: Ctrl-C reaches this program only, which then stops it.
    private String[] startCommand(int port, List<String> settings) {
        StringBuilder options = new StringBuilder("-p " + port)
                .append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c log_checkpoints=off");
        settings.forEach(setting -> options.append(" -c ").append(setting));
        String limitSeconds = Long.toString(START_LIMIT.toSeconds() - 10);
        return new String[] {
            "pg_ctl",
            "start",
            "-D",
            data.toString(),
            "-w",
            "-t",
            limitSeconds,
            "-s",
            "-l",
            tools.log().toString(),
            "-o",
            options.toString()
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** Ends the server: open transactions are undone, committed ones are safe. Does nothing when it has ended. */
    void stop() throws IOException {
        if (!isRunning()) {
            return;
        }
        try {
            tools.run(STOP_LIMIT, stopCommand("fast"));
        } catch (IOException e) {
            if (isRunning()) {
                // Without its last checkpoint; the next start replays the log.
                tools.run(STOP_LIMIT, stopCommand("immediate"));
            }
        }
    }

    private String[] stopCommand(String mode) {
        String limitSeconds = Long.toString(STOP_LIMIT.toSeconds() / 2);
        return new String[] {"pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", limitSeconds, "-s"};
    }

    private boolean isRunning() throws IOException {
        return Postmaster.read(data)
                .filter(postmaster -> postmaster.identity(binaries, data) == Postmaster.Identity.OURS)
                .isPresent();
    }
}
