package org.praxisdatenbank.sync;

import java.time.Duration;

/**
 * How far an index is behind the database.
 *
 * @param rows committed rows of the change log that it does not show yet, those included that cannot be read yet
 * @param time since it was last known to show every change; zero while it does
 */
public record Lag(long rows, Duration time) {
    static final Lag NONE = new Lag(0, Duration.ZERO);
}
