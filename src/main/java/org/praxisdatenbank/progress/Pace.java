package org.praxisdatenbank.progress;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How fast work goes, and how long it will take if it goes on like that.
 *
 * @param done steps
 * @param total steps; -1: unknown
 * @param elapsed since the first of them
 */
public record Pace(long done, long total, Duration elapsed) {
    private static final int MILLIS = 1_000;

    /** Steps a second. */
    public long perSecond() {
        return done * MILLIS / Math.max(1, elapsed.toMillis());
    }

    /** Rounded up; empty where nobody can know. */
    public OptionalLong secondsLeft() {
        if (total < 0 || done == 0) {
            return OptionalLong.empty();
        }
        double seconds = (double) elapsed.toMillis() * Math.max(0, total - done) / done / MILLIS;
        return OptionalLong.of((long) Math.ceil(seconds));
    }

    /** The same for people: {@code 0:08}, {@code 1:02:30}; empty where nobody can know or nothing is left. */
    String left() {
        long seconds = secondsLeft().orElse(0);
        if (seconds == 0) {
            return "";
        }
        Duration left = Duration.ofSeconds(seconds);
        return left.toHours() == 0
                ? "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart())
                : "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
