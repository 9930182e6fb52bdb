package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.HomeLock.Owner;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the program brings along, with its data below the home folder.
 *
 * <p>In the home lie {@code postgres} (data), {@code postgres-bin} (programs), {@code postgres.log},
 * {@code postgres.lock} and {@code postgres.owner}. The process that holds the lock starts and stops the server; a
 * command beside a running {@code serve} only connects to it. {@link #close()} may be called from any thread.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String OTHER_HOME = "choose another folder with --home or PRAXIS_HOME.";
    static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What the caller is about to do with the database. */
    public enum Use {
        /** Holds it for long; there can be only one. */
        SERVE,
        /** Does its work and ends; may go beside the one that serves. */
        COMMAND
    }

    private final EmbeddedAccount account;
    private final int port;
    /** Null when another process started the server and will stop it. */
    private final @Nullable Ownership ownership;

    private final AtomicBoolean closed = new AtomicBoolean();

    private record Ownership(Cluster cluster, HomeLock lock) {
        void giveUp() throws IOException {
            try {
                cluster.stop();
            } finally {
                lock.close();
            }
        }
    }

    private EmbeddedDatabase(EmbeddedAccount account, int port, @Nullable Ownership ownership) {
        this.account = account;
        this.port = port;
        this.ownership = ownership;
    }

    /**
     * Starts PostgreSQL, or connects to the one that a running {@code serve} has started. Waits at most 30 s for
     * another process that is starting or that runs a command.
     *
     * @param home is created when missing
     * @throws Refused when another process holds the home and cannot be joined, or PostgreSQL does not start
     */
    public static EmbeddedDatabase startOrAttach(Path home, Use use) {
        return startOrAttach(home, use, DURABLE, PATIENCE);
    }

    /** @param settings of PostgreSQL, {@code name=value}; only tests may have others than {@link #DURABLE} */
    static EmbeddedDatabase startOrAttach(Path home, Use use, List<String> settings, Duration patience) {
        try {
            Files.createDirectories(home);
            return arrive(home.toRealPath(), use, settings, System.nanoTime() + patience.toNanos());
        } catch (IOException e) {
            throw new Refused(
                    ("The embedded PostgreSQL in %s cannot be used: %s%nSee postgres.log there, or %s"
                                    + " With PRAXIS_DATABASE_URL an installed PostgreSQL can take its place.")
                            .formatted(home.toAbsolutePath(), reason(e), OTHER_HOME),
                    e);
        }
    }

    private static String reason(IOException e) {
        // The messages of its subclasses are often just a file's name.
        return e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
    }

    private static EmbeddedDatabase arrive(Path home, Use use, List<String> settings, long end) throws IOException {
        while (true) {
            Optional<HomeLock> lock = HomeLock.tryAcquire(home, use);
            if (lock.isPresent()) {
                return start(home, lock.get(), settings);
            }
            Optional<Owner> owner = HomeLock.owner(home);
            Optional<Owner> server = owner.filter(o -> o.use() == Use.SERVE);
            if (use == Use.COMMAND && server.isPresent() && server.get().port() != 0) {
                return new EmbeddedDatabase(
                        EmbeddedAccount.of(Cluster.dataIn(home)), server.get().port(), null);
            }
            if ((use == Use.SERVE && server.isPresent()) || System.nanoTime() > end) {
                throw inUse(home, owner);
            }
            pause();
        }
    }

    private static EmbeddedDatabase start(Path home, HomeLock lock, List<String> settings) throws IOException {
        try {
            long begin = System.nanoTime();
            Cluster cluster = Cluster.prepare(home);
            int port = cluster.start(settings);
            lock.announce(port);
            LOG.debug("PostgreSQL started in {}", Duration.ofNanos(System.nanoTime() - begin));
            return new EmbeddedDatabase(cluster.account(), port, new Ownership(cluster, lock));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Refused inUse(Path home, Optional<Owner> owner) {
        String holder = owner.map(o -> "process %d (%s, started %s)".formatted(o.pid(), o.command(), o.started()))
                .orElse("another process");
        return new Refused("The database in %s is in use by %s. Stop that process or wait for its end, or %s"
                .formatted(home, holder, OTHER_HOME));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted while waiting for the database.", e);
        }
    }

    /** The program's own database, for {@link Database#open}; has a password. */
    public DatabaseAddress address() {
        return account.address(port);
    }

    /** As a superuser: for creating further databases in tests. */
    DatabaseAddress administratorAddress() {
        return account.administratorAddress(port);
    }

    /** Stops the server if this process has started it, and lets others start it; may be called twice. */
    @Override
    public void close() {
        if (ownership == null || closed.getAndSet(true)) {
            return;
        }
        try {
            ownership.giveUp();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop in good order; the next start repairs its data", e);
        }
    }
}
