package org.praxisdatenbank.problem;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Moments at which a crash would do the most harm. A test lets a process die at one of them, at once and with nothing
 * closed, as by {@code kill -9}: {@code -Dpraxisdatenbank.halt=follow_written} when it is first reached,
 * {@code =follow_written:3} at the third time.
 *
 * <p>Not a setting: only who chooses Java's own options can name one, and without that {@link #reached} compares two
 * references. Random kills alone meet the moments between two writes of a file hardly ever. Any thread may reach one.
 */
public enum FailPoint {
    /** An import has written all its rows, those of the change log included, and not committed. */
    IMPORT_LOGGED,
    /** An import has committed, and nobody knows yet. */
    IMPORT_COMMITTED,
    /** The follower has handed changes to Lucene, which has not committed them. */
    FOLLOW_WRITTEN,
    /** Lucene has committed changes that no search has seen yet. */
    FOLLOW_COMMITTED,
    /** Lucene writes the first file of a merged segment. */
    MERGE,
    /** All documents of a new generation are handed over, and not committed. */
    BUILD_WRITTEN,
    /** A new generation is committed, and nothing points to it. */
    BUILD_COMMITTED,
    /** The next content of a pointer to a generation is on the disk beside the one that counts; reached twice. */
    POINTER_WRITTEN,
    /** What was the live generation is named as the previous one, and still as the live one too. */
    POINTER_PREVIOUS,
    /** Another generation is the live one, and nobody serves it yet. */
    POINTER_SWITCHED,
    /** One of the generations that nobody needs is deleted. */
    SWEEP;

    private static final int KILLED = 137;

    /** Ends the process here where this is the chosen one; else does nothing. */
    public void reached() {
        if (this == Chosen.POINT && Chosen.TIMES_LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Read when the first point is reached, for an enum cannot look at its own constants while they are being made. */
    private static final class Chosen {
        private static final String[] NAME_AND_TIMES =
                System.getProperty("praxisdatenbank.halt", "").split(":", 2);
        private static final @Nullable FailPoint POINT =
                NAME_AND_TIMES[0].isEmpty() ? null : valueOf(NAME_AND_TIMES[0].toUpperCase(Locale.ROOT));
        private static final AtomicInteger TIMES_LEFT =
                new AtomicInteger(NAME_AND_TIMES.length > 1 ? Integer.parseInt(NAME_AND_TIMES[1]) : 1);
    }

    /** As it is named on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
