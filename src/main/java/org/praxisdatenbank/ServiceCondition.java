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
import org.praxisdatenbank.sync.Verification;
import org.praxisdatenbank.web.IndexCheck;

/** How the parts of the running server are. */
record ServiceCondition(Database database, PracticeStore store, IndexKeeper keeper) implements Condition {

    @Override
    public boolean isDatabaseReachable() {
        return database.isReachable();
    }

    @Override
    public boolean isIndexServing() {
        return keeper.index().isServing();
    }

    @Override
    public long practices() {
        return store.countPublished();
    }

    @Override
    public Optional<Check> lastCheck() {
        return keeper.lastCheck().map(last -> {
            Verification result = last.result();
            return new Check(
                    last.at(),
                    result.published(),
                    result.indexed(),
                    result.equal(),
                    result.different(),
                    !result.damaged().isEmpty());
        });
    }

    /** As pages tell it. */
    Optional<IndexCheck> told() {
        return lastCheck()
                .map(check -> new IndexCheck(
                        check.at(), check.published(), check.equal(), check.different(), check.isDamaged()));
    }

    @Override
    public Index index() {
        if (!(keeper.index().state() instanceof IndexState.Ready ready)) {
            throw new Problem.NotReady("index").raise();
        }
        return new Index(
                ready.documents(),
                ready.generation(),
                database.isReachable() ? keeper.lag() : null,
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
