package org.praxisdatenbank.practice;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.praxisdatenbank.problem.Problem;

/**
 * One practice for a visitor: from the index, so that it is what searches found and needs no database; one that the index
 * does not hold from the database, which also knows what is new this moment and what was withdrawn. Safe for use by any
 * thread.
 */
public final class PublishedPractices {
    private final Published indexed;
    private final PracticeStore stored;
    private final BooleanSupplier isDatabaseReachable;

    /** @param isDatabaseReachable answers within a second */
    public PublishedPractices(Published indexed, PracticeStore stored, BooleanSupplier isDatabaseReachable) {
        this.indexed = indexed;
        this.stored = stored;
        this.isDatabaseReachable = isDatabaseReachable;
    }

    /**
     * The published practice; raises {@link Problem.Gone} for a withdrawn one, {@link Problem.NotFound} for none, and
     * {@link Problem.NotReady} where only the database could tell and it is away.
     */
    public StoredPractice get(PracticeId id) {
        Optional<StoredPractice> found = indexed.find(id);
        if (found.isEmpty() && !isDatabaseReachable.getAsBoolean()) {
            throw new Problem.NotReady("database").raise();
        }
        return found.orElseGet(() -> stored.get(id));
    }
}
