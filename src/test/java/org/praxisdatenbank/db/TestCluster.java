package org.praxisdatenbank.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;

/** A PostgreSQL of a test's own that can be stopped, started again, copied and promoted, as a primary and its standby. */
@NullMarked
public final class TestCluster implements AutoCloseable {
    private static final List<String> FAST = List.of("fsync=off", "full_page_writes=off");

    private final Path home;
    private EmbeddedDatabase server;

    private TestCluster(Path home) {
        this.home = home;
        this.server = start(home);
    }

    private static EmbeddedDatabase start(Path home) {
        return EmbeddedDatabase.startOrAttach(home, Use.SERVE, FAST, Duration.ofSeconds(30));
    }

    /** Starts one with our tables in it. */
    public static TestCluster create(Path home) {
        try {
            Files.createDirectories(home);
            Prototype.copyTo(home);
        } catch (IOException e) {
            throw new UncheckedIOException("copying a database", e);
        }
        TestCluster cluster = new TestCluster(home);
        try (Database database = Database.open(cluster.address(), 1)) {
            database.migrate();
        }
        return cluster;
    }

    /** A standby in the state of this one, which must be stopped; promoted, so that its history is another from now on. */
    public TestCluster promotedCopy(Path home) {
        copyTo(home);
        try {
            Files.createFile(home.resolve("postgres").resolve("standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException("making a standby", e);
        }
        TestCluster standby = new TestCluster(home);
        try (Connection connection = Server.connect(standby.server.administratorAddress());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_promote()");
        } catch (SQLException e) {
            throw new IllegalStateException("promoting a standby", e);
        }
        return standby;
    }

    /** Another in the state of this one, which must be stopped. */
    public TestCluster copy(Path home) {
        copyTo(home);
        return new TestCluster(home);
    }

    private void copyTo(Path other) {
        try {
            Files.createDirectories(other);
            for (String part : new String[] {"postgres", "postgres-bin"}) {
                new ProcessBuilder("cp", "-a", home.resolve(part).toString(), other.toString())
                        .inheritIO()
                        .start()
                        .onExit()
                        .join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying a database", e);
        }
    }

    public void stop() {
        server.close();
    }

    /** On another port than before. */
    public void startAgain() {
        server = start(home);
    }

    public DatabaseAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
