package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexOutcome.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each {@link IndexTask} is done in a running server. Only whoever follows switches to another generation, as it alone
 * knows up to where the one it writes to has read the change log; so this wakes it and waits.
 */
final class IndexTasks {
    private static final Logger LOG = LoggerFactory.getLogger(IndexTasks.class);
    /** Whoever follows may be writing a batch. */
    private static final Duration FOR_A_SWITCH = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final ChangeLogStore log;
    private final Origins origins;
    private final PracticeStore practices;
    private final IndexSetup setup;
    private final IndexKeeper keeper;
    private final Generations generations;
    private final Builds builds;

    IndexTasks(Database database, IndexSetup setup, IndexKeeper keeper) {
        this.log = new ChangeLogStore(database.jdbi());
        this.origins = new Origins(new OriginStore(database.jdbi()));
        this.practices = new PracticeStore(database.jdbi());
        this.setup = setup;
        this.keeper = keeper;
        this.generations = new Generations(setup);
        this.builds = new Builds(setup.path());
    }

    /** Whatever goes wrong is an outcome, too, and told to the log; an interrupt of the thread ends it. */
    IndexOutcome run(IndexTask task, Progress progress) {
        try {
            return switch (task) {
                case REINDEX -> built(progress);
                case VERIFY -> new IndexOutcome.Compared(keeper.verify(progress));
                case REPAIR -> new IndexOutcome.Compared(repaired(progress));
                case ROLLBACK -> wentBack();
            };
        } catch (CancellationException ended) {
            return new IndexOutcome.Cancelled();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return new IndexOutcome.Cancelled(); // what an interrupt breaks is no fault
            }
            LOG.warn("{} of the index failed", task.id(), e);
            return new IndexOutcome.Failed(Reason.of(e, builds.underWay().isPresent()));
        }
    }

    private IndexOutcome built(Progress progress) {
        keeper.index().reclaim();
        long documents = new Rebuild(log, origins, practices, setup, progress).run();
        return new IndexOutcome.Built(switched(), documents);
    }

    private Verification repaired(Progress progress) {
        Verification found =
                keeper.lastCheck().map(IndexKeeper.Checked::result).orElseGet(() -> keeper.verify(progress));
        return new Repair(log, Verifier.MOST_DIFFERENCES).run(found, () -> keeper.verify(progress));
    }

    private IndexOutcome wentBack() {
        return switch (generations.before()) {
            case IndexState.Missing missing -> new IndexOutcome.Failed(Reason.NO_EARLIER);
            case IndexState.OtherVersion other -> new IndexOutcome.Failed(Reason.OTHER_VERSION);
            case IndexState.Ready ready -> {
                Generation.rollBack(setup.path(), setup::vocabularies);
                yield new IndexOutcome.WentBack(switched());
            }
        };
    }

    /** Returns the name of the live generation when it is served, or will be soon. */
    private String switched() {
        keeper.wake();
        long end = System.nanoTime() + FOR_A_SWITCH.toNanos();
        Optional<String> live = generations.live();
        while (!live.equals(served())
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            live = generations.live();
        }
        return live.orElse("");
    }

    private Optional<String> served() {
        return keeper.index().state() instanceof IndexState.Ready ready
                ? Optional.of(ready.generation())
                : Optional.empty();
    }
}
