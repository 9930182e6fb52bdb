package org.praxisdatenbank.sync;

import java.time.Duration;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.index.Preparing;
import org.praxisdatenbank.practice.PracticeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over into the index what the change log tells; one thread works, any may ask or stop it. */
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final ChangeLogStore log;
    private final PracticeStore practices;
    private final PracticeIndex index;
    private final Origins origins;
    private final Upkeep upkeep;
    private boolean isStopped;
    /** When nothing was missing. A clock that is set back does not count: this one never is. */
    private volatile long completeAt = System.nanoTime();

    private volatile boolean isBehind;

    CatchUp(ChangeLogStore log, PracticeStore practices, PracticeIndex index, Origins origins, Upkeep upkeep) {
        this.log = log;
        this.practices = practices;
        this.index = index;
        this.origins = origins;
        this.upkeep = upkeep;
    }

    /** What is left in the log. */
    enum Left {
        /** Nothing. */
        NOTHING,
        /** Rows that can be read at once. */
        MORE,
        /** Rows that can be read only when a transaction has ended that began before theirs. */
        HELD_BACK
    }

    /**
     * Switches to the current generation, then reads until nothing is left that can be read by now.
     *
     * @throws OtherDatabase where the index must not follow the database that answers
     * @throws LostPlace where the log no longer reaches back to where the index stands, and nobody builds another
     */
    void run() {
        Left left = step();
        while (left == Left.MORE) {
            left = step();
        }
    }

    /** The same for some rows. */
    Left step() {
        switchGeneration();
        upkeep.mend();
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return Left.NOTHING;
        }
        try {
            return follow(ready);
        } catch (OtherDatabase other) {
            upkeep.replace(ready, other);
        } catch (LostPlace lost) {
            isBehind = true;
            upkeep.rebuild(lost);
        }
        return Left.MORE;
    }

    private Left follow(IndexState.Ready ready) {
        origins.refuseUnlessOf(ready);
        long now = System.nanoTime();
        Changes changes = Changes.after(LogPosition.reached(ready), log, practices);
        index.refreshLabels();
        isBehind = changes.left() != Left.NOTHING || !changes.isEmpty();
        if (!apply(changes, ready)) {
            return Left.NOTHING;
        }
        if (changes.left() == Left.NOTHING) {
            completeAt = now;
            isBehind = false;
        }
        return changes.left();
    }

    private synchronized void switchGeneration() {
        if (!isStopped && index.switchToCurrent(this::prepare)) {
            LOG.info("serving from now on: {}", index.state());
        }
    }

    /** Whoever was told that a change is found shall not lose sight of it where a generation was built before it. */
    private void prepare(IndexState.Ready found, Preparing.Writing generation) {
        origins.refuseUnlessOf(found);
        Changes.forEach(LogPosition.reached(found), log, practices, changes -> {
            index.refreshLabels();
            generation.apply(changes.changed(), changes.gone(), changes.place().text());
        });
    }

    /** False: stopped. */
    private synchronized boolean apply(Changes changes, IndexState.Ready ready) {
        if (!isStopped && !changes.isEmpty()) {
            origins.refuseUnlessOf(ready); // another database may have answered since it was asked
            index.apply(changes.changed(), changes.gone(), changes.place().text());
        }
        return !isStopped;
    }

    /** Nothing is written any more once it returns; waits for the batch under way. */
    synchronized void stop() {
        isStopped = true;
    }

    /** What is served now. */
    IndexState state() {
        return index.state();
    }

    /** What the database has and the index does not show yet. */
    Lag lag() {
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return Lag.NONE;
        }
        long rows = log.countAfter(LogPosition.reached(ready));
        return rows == 0 ? Lag.NONE : new Lag(rows, sinceComplete());
    }

    /** For how long the follower has known of changes that the index does not show; needs no database. */
    Duration behind() {
        return isBehind ? sinceComplete() : Duration.ZERO;
    }

    private Duration sinceComplete() {
        return Duration.ofNanos(System.nanoTime() - completeAt);
    }

    /** Whether what stands in the index can come from this log and is as much as there is. */
    boolean isPlausible() {
        return index.state() instanceof IndexState.Ready ready
                && LogPosition.of(ready.position()).isPresent()
                && (ready.documents() == practices.countPublished() || lag().rows() > 0);
    }
}
