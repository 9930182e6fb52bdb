package org.praxisdatenbank.sync;

import java.util.concurrent.CancellationException;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Builds the index of a running server where that is the way to go on; searches go on in what there is. What somebody has
 * cancelled is not begun again.
 */
final class Rebuilding implements Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final PracticeIndex index;
    private final Origins origins;
    private final Runnable rebuild;
    private boolean isCancelled;
    private boolean isTold;

    /** @param rebuild makes a new live generation */
    Rebuilding(PracticeIndex index, Origins origins, Runnable rebuild) {
        this.index = index;
        this.origins = origins;
        this.rebuild = rebuild;
    }

    @Override
    public void mend() {
        index.checkSuspect();
        if (!index.isLost() && index.isServing()) {
            isCancelled = false;
        } else if (!isCancelled) {
            IndexState state = index.state();
            // a first start is nothing to worry about
            build(state instanceof IndexState.Ready ? Level.WARN : Level.INFO, reason(state));
        }
    }

    private static String reason(IndexState state) {
        return switch (state) {
            case IndexState.Missing missing -> "There is none yet.";
            case IndexState.OtherVersion other -> other.generation() + " is of another version.";
            case IndexState.Ready ready ->
                "The files of " + ready.generation() + " are not there any more, or damaged.";
        };
    }

    @Override
    public void replace(IndexState.Ready ready, OtherDatabase why) {
        if (!isCancelled && !origins.mayReplace(ready)) {
            throw new OtherDatabase(
                    why.getMessage() + " It holds far fewer practices, so the index stays as it is. Connect"
                            + " the right database; or run reindex where this one is right.");
        }
        if (isCancelled || !build(Level.WARN, String.valueOf(why.getMessage()))) {
            throw why;
        }
    }

    @Override
    public void rebuild(LostPlace why) {
        if (isCancelled || !build(Level.WARN, String.valueOf(why.getMessage()))) {
            throw why;
        }
    }

    /** Returns false where another process is building one, which is to be served when it is there. */
    private boolean build(Level level, String why) {
        if (!isTold) {
            LOG.atLevel(level).log("building the index: {}", why);
        }
        isTold = true;
        index.reclaim();
        try {
            rebuild.run();
        } catch (Refused someoneBuilds) {
            LOG.debug("waiting for another build", someoneBuilds);
            return false;
        } catch (CancellationException e) {
            isCancelled = true;
            LOG.warn("the build of the index was cancelled; it is not tried again until reindex or the next start");
            throw e;
        }
        isTold = false;
        index.switchToCurrent();
        LOG.info("serving from now on: {}", index.state());
        return true;
    }
}
