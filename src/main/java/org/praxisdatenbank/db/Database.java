package org.praxisdatenbank.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.problem.Refused;

/** The pool of connections to one PostgreSQL, and Jdbi on top of it. All methods may be called from any thread. */
public final class Database implements AutoCloseable {
    static final String APPLICATION = "praxisdatenbank";
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);
    private static final Duration WAIT_FOR_ANSWER = Duration.ofSeconds(1);

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects; the tables are not touched yet, see {@link #migrate()}.
     *
     * @param poolSize connections held, 1 or more
     * @throws Refused when the database does not answer or cannot be used; names its place, never the password
     */
    public static Database open(DatabaseAddress address, int poolSize) {
        Server.refuseUnlessUsable(address);
        try {
            return new Database(address, new HikariDataSource(configuration(address, poolSize)));
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? Server.refused(address, cause) : e;
        }
    }

    private static HikariConfig configuration(DatabaseAddress address, int poolSize) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(APPLICATION);
        configuration.setJdbcUrl(address.jdbcUrl());
        configuration.setDataSourceProperties(address.credentials());
        configuration.setMaximumPoolSize(poolSize);
        configuration.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        configuration.setValidationTimeout(WAIT_FOR_ANSWER.toMillis());
        // Not with the driver's "options": it also sends the JVM's own time zone, and that one wins.
        configuration.setConnectionInitSql("SET TIME ZONE 'UTC'");
        configuration.addDataSourceProperty("ApplicationName", APPLICATION);
        configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        return configuration;
    }

    /** For the stores; a handle waits at most 10 s for a free connection. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Hears what a channel is notified of, on one more connection beside the pool; opens that connection again and again
     * while the database is away.
     *
     * @param heard run by another thread, also whenever listening begins, as something may have been missed before;
     *     returns soon
     */
    public Listener listen(String channel, Runnable heard) {
        return Listener.start(address, channel, heard);
    }

    /**
     * Brings the tables up to date with what this program ships; waits while another process does the same.
     *
     * @throws Refused when a migration fails, or the tables are not what this program's migrations made
     */
    public void migrate() {
        if (!isMigrated()) {
            Migrations.apply(address, Migrations.LOCATION, Migrations.LATEST);
        }
    }

    /**
     * Makes the tables as an older version of this program had them, in a database that has none yet.
     *
     * @param version of the last migration: 007
     * @throws Refused as {@link #migrate()}, and when this program ships no such migration
     */
    public void migrateTo(String version) {
        Migrations.apply(address, Migrations.LOCATION, version);
    }

    /** Whatever is not exactly as shipped is Flyway's to judge. */
    private boolean isMigrated() {
        try (Connection connection = pool.getConnection()) {
            return History.of(connection)
                    .migrations()
                    .equals(History.shipped(Migrations.FOLDER).migrations());
        } catch (SQLException e) {
            throw Server.refused(address, e);
        }
    }

    /** Whether the database answers through the pool within one second. */
    public boolean isReachable() {
        FutureTask<Boolean> question = new FutureTask<>(this::answers);
        Thread.ofVirtual().name("database-reachable").start(question);
        try {
            return question.get(WAIT_FOR_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            question.cancel(true);
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid((int) WAIT_FOR_ANSWER.toSeconds());
        }
    }

    /** Closes all connections; may be called twice. */
    @Override
    public void close() {
        pool.close();
    }
}
