package org.praxisdatenbank.sync;

import java.util.concurrent.CancellationException;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private boolean isFailing;

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
            build(reason(index.state()));
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
        if (isCancelled) {
            throw why;
        }
        if (!origins.mayReplace(ready)) {
            throw new OtherDatabase(
                    why.getMessage() + " It holds far fewer practices, so the index stays as it is. Connect"
                            + " the right database; or run reindex where this one is right.");
        }
        build(String.valueOf(why.getMessage()));
    }

    @Override
    public void rebuild(LostPlace why) {
        if (isCancelled) {
            throw why;
        }
        build(String.valueOf(why.getMessage()));
    }

    private void build(String why) {
        if (!isFailing) {
            LOG.warn("building the index: {}", why);
        }
        isFailing = true;
        try {
            index.reclaim();
            rebuild.run();
            isFailing = false;
        } catch (CancellationException e) {
            isCancelled = true;
            LOG.warn("the build of the index was cancelled; it is not tried again until reindex or the next start");
            throw e;
        }
        index.switchToCurrent();
        LOG.info("serving from now on: {}", index.state());
    }
}
