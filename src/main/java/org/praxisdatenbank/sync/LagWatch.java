package org.praxisdatenbank.sync;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the index has fallen far behind the database, and once that this is over. For one thread. */
final class LagWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);

    private final CatchUp catchUp;
    private final Duration threshold;
    private boolean isTold;

    LagWatch(CatchUp catchUp, Duration threshold) {
        this.catchUp = catchUp;
        this.threshold = threshold;
    }

    void look() {
        Duration behind = catchUp.behind();
        if (!isTold && behind.compareTo(threshold) > 0) {
            isTold = true;
            LOG.warn(
                    "the index lags behind the database: {} changes, {} s",
                    catchUp.lag().rows(),
                    behind.toSeconds());
        }
        if (isTold && behind.isZero()) {
            isTold = false;
            LOG.info("the index holds every change again");
        }
    }
}
