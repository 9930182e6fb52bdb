package org.praxisdatenbank.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;

/**
 * A migrated, empty database of a test's own on a real PostgreSQL; gone when closed.
 *
 * <p>The server starts with the first one, below {@code target/}, and ends with the JVM.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final int POOL_SIZE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;
    private final Database database;

    private TestDatabase(String name) {
        this.name = name;
        this.database = Database.open(TestServer.addressOf(name), POOL_SIZE);
    }

    /** A copy of the migrated template; takes some 50 ms. */
    public static TestDatabase create() {
        String name = "test_" + CREATED.incrementAndGet();
        TestServer.execute("CREATE DATABASE " + name + " OWNER praxisdatenbank TEMPLATE " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** Closed together with this. */
    public Database database() {
        return database;
    }

    /** For programs that open the database themselves. */
    public DatabaseAddress address() {
        return TestServer.addressOf(name);
    }

    /** Ends all connections to it, as an operator or a crash of one of them does. */
    public void cutConnections() {
        TestServer.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    /** Lets another database answer under this one's name, and this one under the other's. */
    public void replaceBy(TestDatabase other) {
        TestServer.rename(name, name + "_aside");
        TestServer.rename(other.name, name);
        TestServer.rename(name + "_aside", other.name);
    }

    /** Waits by asking again and again. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        database.close();
        TestServer.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** The one server of this JVM. Fast instead of safe: what it holds may be lost. */
    private static final class TestServer {
        private static final List<String> FAST = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");
        private static final EmbeddedDatabase SERVER = start();

        private static EmbeddedDatabase start() {
            // Surefire's parallel processes must not share a home.
            Path home = Path.of("target", "test-database-" + System.getProperty("surefire.forkNumber", "1"));
            EmbeddedDatabase server = EmbeddedDatabase.startOrAttach(home, Use.SERVE, FAST, Duration.ofSeconds(30));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
            makeTemplate(server);
            return server;
        }

        private static void makeTemplate(EmbeddedDatabase server) {
            for (String leftOver : namesOn(server)) {
                execute(server, "DROP DATABASE " + leftOver + " WITH (FORCE)");
            }
            execute(server, "CREATE DATABASE " + TEMPLATE + " OWNER praxisdatenbank");
            try (Database template = Database.open(addressOf(server, TEMPLATE), 1)) {
                template.migrate();
            }
        }

        private static List<String> namesOn(EmbeddedDatabase server) {
            try (Database all = Database.open(server.administratorAddress(), 1)) {
                return all.jdbi()
                        .withHandle(db -> db.createQuery("SELECT datname FROM pg_database WHERE datname = :template"
                                        + " OR datname LIKE 'test\\_%'")
                                .bind("template", TEMPLATE)
                                .mapTo(String.class)
                                .list());
            }
        }

        static DatabaseAddress addressOf(String database) {
            return addressOf(SERVER, database);
        }

        private static DatabaseAddress addressOf(EmbeddedDatabase server, String database) {
            DatabaseAddress own = server.address();
            String url = own.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
            return new DatabaseAddress(url, own.user(), own.password());
        }

        static void execute(String statement) {
            execute(SERVER, statement);
        }

        static void rename(String from, String to) {
            execute("ALTER DATABASE " + from + " ALLOW_CONNECTIONS false");
            execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + from + "'");
            execute("ALTER DATABASE " + from + " RENAME TO " + to);
            execute("ALTER DATABASE " + to + " ALLOW_CONNECTIONS true");
        }

        // One at a time: a template can be copied by one connection only.
        private static synchronized void execute(EmbeddedDatabase server, String sql) {
            try (Connection connection = Server.connect(server.administratorAddress());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("executing " + sql, e);
            }
        }
    }
}
