package org.praxisdatenbank.sync;

import org.praxisdatenbank.practice.PracticeId;

/** A practice that the index does not hold as the database does. */
public sealed interface Difference {
    PracticeId id();

    /** Published, but not in the index. */
    record Missing(PracticeId id) implements Difference {}

    /** In the index, but not published; or in it twice. */
    record Extra(PracticeId id) implements Difference {}

    /** In the index with another content or version. */
    record Stale(PracticeId id) implements Difference {}
}
