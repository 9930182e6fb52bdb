package org.praxisdatenbank.sync;

import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the index of a running server anew where that is the way to go on; searches go on in what there is. */
final class Rebuilding implements Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final PracticeIndex index;
    private final Origins origins;
    private final Runnable rebuild;

    /** @param rebuild makes a new live generation */
    Rebuilding(PracticeIndex index, Origins origins, Runnable rebuild) {
        this.index = index;
        this.origins = origins;
        this.rebuild = rebuild;
    }

    @Override
    public void mend() {
        index.checkSuspect();
        if (index.isLost()) {
            build("There is no index on disk that is whole.");
        }
    }

    @Override
    public void replace(IndexState.Ready ready, OtherDatabase why) {
        if (!origins.mayReplace(ready)) {
            throw new OtherDatabase(
                    why.getMessage() + " It holds far fewer practices, so the index stays as it is. Connect"
                            + " the right database; or run reindex where this one is right.");
        }
        build(String.valueOf(why.getMessage()));
    }

    private void build(String why) {
        LOG.warn("Building the index anew: {}", why);
        index.reclaim();
        rebuild.run();
        index.switchToCurrent();
        LOG.info("serving from now on: {}", index.state());
    }
}
