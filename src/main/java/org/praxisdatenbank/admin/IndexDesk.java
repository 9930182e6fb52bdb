package org.praxisdatenbank.admin;

import java.time.Duration;
import java.util.Optional;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.admin.IndexPage.Happening;
import org.praxisdatenbank.admin.IndexPage.Standing;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.sync.IndexTask;
import org.praxisdatenbank.sync.IndexWork;

/**
 * What admins see of the index and have done to it, in a browser or by a program. Whatever takes long is begun here and goes
 * on without them. Safe for use by any thread.
 */
public final class IndexDesk {
    /** What takes no longer has its result in the answer. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final IndexKeeper keeper;
    private final IndexWork tasks;
    private final Generations generations;
    private final Builds builds;
    private final AuditStore audit;

    public IndexDesk(IndexKeeper keeper, IndexWork tasks, Generations generations, Builds builds, AuditStore audit) {
        this.keeper = keeper;
        this.tasks = tasks;
        this.generations = generations;
        this.builds = builds;
        this.audit = audit;
    }

    Standing standing() {
        return new Standing(
                keeper.index().state(),
                generations.liveSince().orElse(null),
                generations.before(),
                keeper.lag(),
                keeper.trouble().orElse(null),
                keeper.lastCheck().orElse(null));
    }

    Happening happening() {
        return new Happening(
                builds.underWay().orElse(null),
                tasks.running().orElse(null),
                tasks.last().orElse(null));
    }

    /** Begins it and waits a moment for its end; why that cannot be done now, or empty: it is, or has been. */
    Optional<Said> begin(IndexTask task, Doer by) {
        Optional<Said> refusal = refusal(task);
        if (refusal.isPresent()) {
            return refusal;
        }
        audit.add(by, new Deed("index." + task.id())); // before: nothing is done that nobody can see
        if (!tasks.begin(task)) {
            return busy();
        }
        tasks.awaitEnd(MOMENT);
        return Optional.empty();
    }

    private Optional<Said> refusal(IndexTask task) {
        Optional<BuildState> build = builds.underWay();
        if (build.isPresent() && (task == IndexTask.REINDEX || task == IndexTask.ROLLBACK)) {
            Owner owner = build.get().owner();
            return Optional.of(
                    Said.of("index.refused.building", String.valueOf(owner.pid()), owner.host(), owner.since()));
        }
        if (tasks.running().isPresent()) {
            return busy();
        }
        return switch (task) {
            case REINDEX, VERIFY -> Optional.empty();
            case REPAIR -> differs() ? Optional.empty() : Optional.of(Said.of("index.refused.nothing_differs"));
            case ROLLBACK -> hasEarlier() ? Optional.empty() : Optional.of(Said.of("index.failed.no_earlier"));
        };
    }

    private boolean differs() {
        return keeper.lastCheck()
                .filter(check -> !check.result().differences().isEmpty())
                .isPresent();
    }

    private boolean hasEarlier() {
        return generations.before() instanceof IndexState.Ready;
    }

    private Optional<Said> busy() {
        Object what = tasks.running()
                .<Object>map(running -> Said.of("index.task." + running.task().id()))
                .orElse("–");
        return Optional.of(Said.of("index.refused.busy", what));
    }

    /** Ends the build under way, whoever runs it; why that cannot be done, or empty: it was told to end. */
    Optional<Said> cancel(Doer by) {
        Optional<BuildState> build = builds.underWay();
        if (build.isEmpty()) {
            return Optional.of(Said.of("index.refused.no_build"));
        }
        audit.add(by, new Deed("index.cancel", build.get().owner().generation()));
        builds.askToEnd();
        tasks.awaitEnd(MOMENT);
        return Optional.empty();
    }
}
