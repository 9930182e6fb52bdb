package org.praxisdatenbank.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.Refused;

/** The pool of connections to one PostgreSQL, and Jdbi on top of it. All methods may be called from any thread. */
public final class Database implements AutoCloseable {
    static final String APPLICATION = "praxisdatenbank";
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);
    /** Each takes time at the start, for its password, and memory on either side; more are opened when they are needed. */
    private static final int IDLE_CONNECTIONS = 2;

    private static final Duration FOREVER = Duration.ZERO;
    private static final Duration WAIT_FOR_ANSWER = Duration.ofSeconds(1);

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Reachability reachability;

    private Database(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // what failed gets into the log, and what was bound to it may be a person's
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        this.reachability = new Reachability(this::answers, WAIT_FOR_ANSWER);
    }

    /**
     * Connects; the tables are not touched yet, see {@link #migrate()}. Waits for answers as long as they take.
     *
     * @param poolSize connections at the same time, 1 or more
     * @throws Refused when the database does not answer or cannot be used; names its place, never the password
     */
    public static Database open(DatabaseAddress address, int poolSize) {
        return open(address, poolSize, FOREVER);
    }

    /**
     * The same for whoever must notice a database that is silent, as one is whose machine has lost its network.
     *
     * @param longestSilence after which a statement fails; it may come in pieces
     */
    public static Database open(DatabaseAddress address, int poolSize, Duration longestSilence) {
        HikariConfig configuration = configuration(address, poolSize);
        configuration.addDataSourceProperty("socketTimeout", String.valueOf(longestSilence.toSeconds()));
        return new Database(address, pool(address, configuration));
    }

    private static HikariDataSource pool(DatabaseAddress address, HikariConfig configuration) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(configuration);
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? Server.refused(address, cause) : e;
        }
        try (Connection connection = pool.getConnection()) {
            Server.refuseUnlessUsable(address, connection);
            return pool;
        } catch (SQLException e) {
            pool.close();
            throw Server.refused(address, e);
        } catch (Refused unusable) {
            pool.close();
            throw unusable;
        }
    }

    private static HikariConfig configuration(DatabaseAddress address, int poolSize) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(APPLICATION);
        configuration.setJdbcUrl(address.jdbcUrl());
        configuration.setDataSourceProperties(address.credentials());
        configuration.setMaximumPoolSize(poolSize);
        configuration.setMinimumIdle(Math.min(poolSize, IDLE_CONNECTIONS));
        configuration.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        configuration.setValidationTimeout(WAIT_FOR_ANSWER.toMillis());
        // Not with the driver's "options": it also sends the JVM's own time zone, and that one wins.
        configuration.setConnectionInitSql("SET TIME ZONE 'UTC'");
        configuration.addDataSourceProperty("ApplicationName", APPLICATION);
        configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        configuration.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes rows
        configuration.addDataSourceProperty("connectTimeout", Server.TIMEOUT_SECONDS);
        return configuration;
    }

    /** For the stores; a handle waits at most 3 s for a free connection. */
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

    /**
     * Whether the database answers through the pool: within one second while it did so far, at once while it is known to
     * be away. May be up to a quarter of a second old.
     */
    public boolean isReachable() {
        return reachability.isReachable();
    }

    /**
     * What a question gives where the database answers it within one second; empty where it is away or has just fallen
     * silent. For what visitors can do without.
     */
    public <T> Optional<T> promptly(Supplier<T> question) {
        if (!isReachable()) {
            return Optional.empty();
        }
        FutureTask<T> answer = new FutureTask<>(question::get);
        Thread.ofVirtual().name("database-promptly").start(answer);
        try {
            return Optional.of(answer.get(WAIT_FOR_ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure && !Outage.isBehind(failure)) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** Since when {@link #isReachable} says no; asks nothing by itself. */
    public Optional<Instant> awaySince() {
        return reachability.awaySince();
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
