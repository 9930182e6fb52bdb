package org.praxisdatenbank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.status.Condition;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.sync.Trouble;

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
        if (!(keeper.index().state() instanceof IndexState.Ready ready)) {
            throw new Problem.NotReady("index").raise();
        }
        return new Index(
                ready.documents(),
                ready.generation(),
                database.isReachable() ? keeper.status().lag() : null,
                keeper.verifiedAt().orElse(null));
    }

    @Override
    public List<Trouble> troubles() {
        Optional<Trouble> following = keeper.trouble();
        if (following.isPresent() || database.isReachable()) {
            return following.stream().toList();
        }
        return List.of(
                new Trouble(Trouble.Kind.DATABASE_AWAY, database.awaySince().orElseGet(Instant::now)));
    }
}
