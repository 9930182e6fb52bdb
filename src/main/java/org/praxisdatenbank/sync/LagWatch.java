package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the index has fallen far behind the database, and once that this is over. For one thread. */
final class LagWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);

    private final Duration threshold;
    private boolean isTold;

    LagWatch(Duration threshold) {
        this.threshold = threshold;
    }

    /**
     * @param behind since the index was last known to show every change; zero while it does
     * @param rows counts what is missing; asked only when it is told
     */
    void look(Duration behind, LongSupplier rows) {
        if (!isTold && behind.compareTo(threshold) > 0) {
            LOG.warn("the index lags behind the database: {} changes, {} s", rows.getAsLong(), behind.toSeconds());
            isTold = true;
        }
        if (isTold && behind.isZero()) {
            LOG.info("the index holds every change again");
            isTold = false;
        }
    }
}
