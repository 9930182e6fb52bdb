package org.praxisdatenbank.review;

import org.praxisdatenbank.practice.PracticeId;

/** What came of a step on the path. */
sealed interface Outcome {
    /** The working copy stands elsewhere now, or is thrown away. */
    record Moved() implements Outcome {}

    /**
     * The public will see it.
     *
     * @param transaction to wait for until it is searchable
     */
    record Public(PracticeId id, long transaction) implements Outcome {}

    /** It is gone, or stands where this can no longer be done. */
    record NotNow() implements Outcome {}

    /** Somebody has changed it since it was looked at. */
    record ChangedSince() implements Outcome {}

    /** Something is missing or wrong. */
    record Incomplete() implements Outcome {}

    /** The published practice has changed since the working copy was made of it. */
    record Overtaken() implements Outcome {}
}
