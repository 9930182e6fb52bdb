package org.praxisdatenbank.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of one search went: a clock that begins when it is made, and gives what has passed since the last lap
 * to the part that has just ended. For one thread.
 */
public final class Timing {
    private final Map<String, Duration> parts = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /**
     * The part has ended; one that ends several times takes all of its laps together.
     *
     * @param part one lower-case English word
     */
    public void lap(String part) {
        long now = System.nanoTime();
        parts.merge(part, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    /** What has been measured until now, in the order in which each part first ended. */
    public Map<String, Duration> parts() {
        return new LinkedHashMap<>(parts);
    }

    /** All parts together. */
    public Duration total() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
