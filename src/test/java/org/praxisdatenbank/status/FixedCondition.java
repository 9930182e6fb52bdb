package org.praxisdatenbank.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.sync.Trouble;

/** @param serving null: no index serves */
record FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving, List<Trouble> troubles)
        implements Condition {
    /** Without troubles. */
    FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving) {
        this(practices, isDatabaseReachable, serving, List.of());
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
