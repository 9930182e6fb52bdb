package org.praxisdatenbank.status;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/**
 * Told beforehand.
 *
 * @param serving null: no index serves
 * @param check null: there was none yet
 */
record FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving, @Nullable Check check)
        implements Condition {

    FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving) {
        this(practices, isDatabaseReachable, serving, null);
    }

    @Override
    public Optional<Check> lastCheck() {
        return Optional.ofNullable(check);
    }

    @Override
    public boolean isIndexServing() {
        return serving != null;
    }

    @Override
    public Index index() {
        if (serving == null) {
            throw new Problem.NotReady("index").raise();
        }
        return serving;
    }
}
