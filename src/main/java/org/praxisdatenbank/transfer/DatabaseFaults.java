package org.praxisdatenbank.transfer;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a failed statement means by the classes of PostgreSQL's SQLSTATE. */
final class DatabaseFaults {
    private DatabaseFaults() {}

    /** The database's words when it lies in the data: a constraint is violated (23) or there is no such value (22). */
    static Optional<String> refusal(RuntimeException failure) {
        return cause(failure)
                .filter(cause -> state(cause).startsWith("23") || state(cause).startsWith("22"))
                .map(cause -> String.valueOf(cause.getMessage()))
                .map(message -> Finding.shown(message.lines().findFirst().orElse(message)));
    }

    /** A refusal where the person at the terminal can do something about it; else the failure itself. */
    static RuntimeException refusedOr(RuntimeException failure) {
        return cause(failure)
                .flatMap(cause -> key(state(cause)))
                .<RuntimeException>map(key -> English.refused(failure, key))
                .orElse(failure);
    }

    private static Optional<String> key(String state) {
        if (state.startsWith("40")) {
            return Optional.of("refused.same_time");
        }
        if (state.startsWith("53")) {
            return Optional.of("refused.room");
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Optional.of("refused.connection");
        }
        return Optional.empty();
    }

    private static String state(SQLException cause) {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    private static Optional<SQLException> cause(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException cause) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
