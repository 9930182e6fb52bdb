package org.praxisdatenbank.status;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.sync.Trouble;

/**
 * Told beforehand.
 *
 * @param serving null: no index serves
 * @param check null: there was none yet
 */
record FixedCondition(
        long practices,
        boolean isDatabaseReachable,
        @Nullable Index serving,
        @Nullable Check check,
        List<Trouble> troubles)
        implements Condition {

    /** Without troubles. */
    FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving, @Nullable Check check) {
        this(practices, isDatabaseReachable, serving, check, List.of());
    }

    /** Without troubles, and never compared. */
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
