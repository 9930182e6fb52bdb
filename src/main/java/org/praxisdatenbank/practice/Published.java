package org.praxisdatenbank.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * The published practices as visitors see them, which needs no database; whoever searches implements it, so that this
 * package knows no search. Safe for use by any thread.
 */
public interface Published {

    /** Empty where it is not published, not published yet, or nothing can be read. */
    Optional<StoredPractice> find(PracticeId id);

    /** How many there are. */
    long count();

    /** A part of all, which are in the order of their ids. */
    List<Revision> inOrder(long skipped, int limit);

    /** How many come from where, most first. */
    List<FromOrigin> countByOrigin();

    /** A practice and when it last changed, to the millisecond. */
    record Revision(PracticeId id, Instant updated) {}

    /**
     * How many come from one place.
     *
     * @param origin null: not stated
     */
    record FromOrigin(@Nullable TermId origin, long practices) {}
}
