package org.praxisdatenbank.crash;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.FailPoint;

/**
 * Whom to kill, and when.
 *
 * @param point where it dies by itself; null: it is killed from outside
 * @param times the point lets it die when it is reached so often
 * @param after from outside: time from the start of a command, or from when the server was ready
 */
record Kill(Who who, @Nullable FailPoint point, int times, Duration after) {
    enum Who {
        /** On a database that outlives it. */
        SERVE,
        /** The same, {@code after} its start instead. */
        SERVE_STARTING,
        /** On its own PostgreSQL, which goes on. */
        SERVE_ON_ITS_OWN_DATABASE,
        /** Together with its own PostgreSQL. */
        SERVE_AND_ITS_DATABASE,
        /** {@code import} beside a server, which is killed right after it, as with all commands. */
        IMPORT,
        REINDEX,
        ROLLBACK;

        boolean isCommand() {
            return this == IMPORT || this == REINDEX || this == ROLLBACK;
        }

        boolean isOnOwnDatabase() {
            return this == SERVE_ON_ITS_OWN_DATABASE || this == SERVE_AND_ITS_DATABASE;
        }
    }

    static Kill at(Who who, FailPoint point, int times) {
        return new Kill(who, point, times, Duration.ZERO);
    }

    static Kill after(Who who, long millis) {
        return new Kill(who, null, 0, Duration.ofMillis(millis));
    }

    /** As the program takes it; empty: none. */
    String halt() {
        return point == null ? "" : point + ":" + times;
    }

    /** For the table. */
    String where() {
        String name = who.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name + (point == null ? ", at random" : ", " + point);
    }
}
