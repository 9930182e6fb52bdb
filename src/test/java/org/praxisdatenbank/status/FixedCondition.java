package org.praxisdatenbank.status;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/** @param serving null: no index serves */
record FixedCondition(long practices, boolean isDatabaseReachable, @Nullable Index serving) implements Condition {

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
