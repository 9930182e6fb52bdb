package org.praxisdatenbank.sync;

import java.util.Optional;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
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
    private final Troubles troubles = new Troubles();
    private volatile boolean isStopped;

    CatchUp(ChangeLogStore log, PracticeStore practices, PracticeIndex index, Origins origins, Upkeep upkeep) {
        this.log = log;
        this.practices = practices;
        this.index = index;
        this.origins = origins;
        this.upkeep = upkeep;
    }

    /**
     * Switches to the current generation, then reads until nothing is left that can be read by now.
     *
     * @throws OtherDatabase where the index must not follow the database that answers
     */
    void run() {
        try {
            takeOver();
            troubles.over();
        } catch (RuntimeException e) {
            if (!isStopped) {
                troubles.note(e);
            }
            throw e;
        }
    }

    private void takeOver() {
        switchGeneration();
        upkeep.mend();
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return;
        }
        try {
            follow(ready);
        } catch (OtherDatabase other) {
            upkeep.replace(ready, other);
        }
    }

    private void follow(IndexState.Ready ready) {
        origins.refuseUnlessOf(ready);
        Changes changes = Changes.after(place(ready), log, practices);
        while (apply(changes, ready)) {
            changes = Changes.after(changes.place(), log, practices);
        }
    }

    private synchronized void switchGeneration() {
        if (!isStopped && index.switchToCurrent()) {
            LOG.info("serving from now on: {}", index.state());
        }
    }

    private synchronized boolean apply(Changes changes, IndexState.Ready ready) {
        if (isStopped || changes.isEmpty()) {
            return false;
        }
        origins.refuseUnlessOf(ready); // another database may have answered since it was asked
        index.apply(changes.changed(), changes.gone(), changes.place().text());
        return true;
    }

    /** What keeps it from following; empty while nothing does. */
    Optional<Trouble> trouble() {
        return troubles.current();
    }

    /** Nothing is written any more once it returns; waits for the batch under way. */
    synchronized void stop() {
        isStopped = true;
    }

    /** Committed rows of the log that the index does not show yet. */
    long lag() {
        return index.state() instanceof IndexState.Ready ready ? log.countAfter(place(ready)) : 0;
    }

    /** Whether what stands in the index can come from this log and is as much as there is. */
    boolean isPlausible() {
        return index.state() instanceof IndexState.Ready ready
                && LogPosition.of(ready.position()).isPresent()
                && (ready.documents() == practices.countPublished() || lag() > 0);
    }

    private static LogPosition place(IndexState.Ready ready) {
        return LogPosition.of(ready.position())
                .orElseThrow(() -> new IllegalStateException("the index stands at '" + ready.position() + "'"));
    }
}
