package org.praxisdatenbank.sync;

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
    private boolean isStopped;

    CatchUp(ChangeLogStore log, PracticeStore practices, PracticeIndex index) {
        this.log = log;
        this.practices = practices;
        this.index = index;
    }

    /** Switches to the current generation, then reads until nothing is left that can be read by now. */
    void run() {
        switchGeneration();
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return;
        }
        Changes changes = Changes.after(place(ready), log, practices);
        while (apply(changes)) {
            changes = Changes.after(changes.place(), log, practices);
        }
    }

    private synchronized void switchGeneration() {
        if (!isStopped && index.switchToCurrent()) {
            LOG.info("serving from now on: {}", index.state());
        }
    }

    private synchronized boolean apply(Changes changes) {
        if (isStopped || changes.isEmpty()) {
            return false;
        }
        index.apply(changes.changed(), changes.gone(), changes.place().text());
        return true;
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
                && !log.isBefore(place(ready))
                && (ready.documents() == practices.countPublished() || lag() > 0);
    }

    private static LogPosition place(IndexState.Ready ready) {
        return LogPosition.of(ready.position())
                .orElseThrow(() -> new IllegalStateException("the index stands at '" + ready.position() + "'"));
    }
}
