package org.praxisdatenbank.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what a channel of PostgreSQL is notified of, on a connection beside the pool and a thread of its own. A connection
 * that breaks is opened again, and what was missed meanwhile counts as heard.
 */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A network may lose a connection without a word. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_END = Duration.ofMillis(200);

    private final DatabaseAddress address;
    private final String channel;
    private final Runnable heard;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Connection connection;
    private Duration pause = FIRST_PAUSE;

    private Listener(DatabaseAddress address, String channel, Runnable heard) {
        this.address = address;
        this.channel = channel;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("listen-" + channel).unstarted(this::run);
    }

    /** @param heard run by the listening thread, also whenever it begins to listen; returns soon */
    static Listener start(DatabaseAddress address, String channel, Runnable heard) {
        Listener listener = new Listener(address, channel, heard);
        listener.thread.start();
        return listener;
    }

    private void run() {
        do {
            try (Connection opened = Server.connect(address)) {
                if (hold(opened)) {
                    listen(opened);
                }
            } catch (SQLException e) {
                say(e);
            }
        } while (!isClosedAfter(pause));
    }

    private synchronized boolean hold(Connection opened) {
        connection = opened;
        return closed.getCount() > 0;
    }

    private void listen(Connection opened) throws SQLException {
        PGConnection postgres = opened.unwrap(PGConnection.class);
        try (Statement statement = opened.createStatement()) {
            statement.execute("LISTEN " + postgres.escapeIdentifier(channel));
        }
        pause = FIRST_PAUSE;
        heard.run();
        while (true) {
            PGNotification @Nullable [] told = postgres.getNotifications((int) SILENCE.toMillis());
            if (told != null && told.length > 0) {
                heard.run();
            } else if (!opened.isValid((int) FOR_AN_ANSWER.toSeconds())) {
                throw new SQLException("no answer within " + FOR_AN_ANSWER);
            }
        }
    }

    /** Once for each time that it is cut; whoever is called looks by itself until then. */
    private void say(SQLException e) {
        if (closed.getCount() > 0 && pause.equals(FIRST_PAUSE)) {
            LOG.info("not listening to {} for now: {}", channel, e.getMessage());
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean isClosedAfter(Duration time) {
        try {
            return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Nothing is heard any more; may be called twice. */
    @Override
    public void close() {
        closed.countDown();
        abort();
        try {
            thread.join(TO_END); // one that is just connecting ends later
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who waits for notifications holds the driver's lock, so that closing would wait too. */
    private synchronized void abort() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("aborting the listening connection", e);
        }
    }
}
