package org.praxisdatenbank.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached for the moment, when trying again helps, from a bug. */
public final class Outage {
    private Outage() {}

    /** Whether such an outage is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isConnectionLost(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** States of class 08 (connection), 57P (the server is shutting down or starting), 53300 (too many connections). */
    private static boolean isConnectionLost(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}
