package org.praxisdatenbank;

import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.status.Condition;
import org.praxisdatenbank.sync.IndexKeeper;

/** How the parts of the running server are. */
record ServiceCondition(Database database, PracticeStore store, IndexKeeper keeper) implements Condition {

    @Override
    public boolean isDatabaseReachable() {
        return database.isReachable();
    }

    @Override
    public boolean isIndexServing() {
        return keeper.index().state() instanceof IndexState.Ready;
    }

    @Override
    public long practices() {
        return store.countPublished();
    }

    @Override
    public Index index() {
        IndexKeeper.IndexStatus status = keeper.status();
        if (!(status.state() instanceof IndexState.Ready ready)) {
            throw new Problem.NotReady("index").raise();
        }
        return new Index(
                ready.documents(),
                ready.generation(),
                status.lag().rows(),
                status.lag().time(),
                keeper.verifiedAt().orElse(null));
    }
}
