package org.praxisdatenbank.sync;

import java.time.Duration;

/**
 * How a server follows the change log.
 *
 * @param every longest time between two looks at it; mostly the database tells at once that it has grown
 * @param keep how long rows are kept at least, whoever may still need them
 * @param tellLag from how long on the log says that the index is behind
 */
public record Following(Duration every, Duration keep, Duration tellLag) {
    public static final Following DEFAULT =
            new Following(Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofSeconds(30));

    /** The same with another time between two looks. */
    public Following looking(Duration other) {
        return new Following(other, keep, tellLag);
    }
}
