package org.praxisdatenbank.sync;

import java.time.Duration;

/** Removes old rows of the change log now and then, a few at a time; decision 13 has the rule. For one thread. */
final class Pruning {
    /** Rows looked at in one transaction. */
    static final int BATCH = 1_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(1);

    private final PruningStore log;
    private final FollowerStore followers;
    private final Duration keep;
    private long nextAt = System.nanoTime() + BETWEEN_LOOKS.toNanos(); // others that start now shall report first

    Pruning(PruningStore log, FollowerStore followers, Duration keep) {
        this.log = log;
        this.followers = followers;
        this.keep = keep;
    }

    /** Does a little where it is time for it. */
    void runWhenDue() {
        if (System.nanoTime() - nextAt < 0) {
            return;
        }
        Duration pause = run() == BATCH ? BETWEEN_BATCHES : BETWEEN_LOOKS;
        nextAt = System.nanoTime() + pause.toNanos();
    }

    /** Returns how many rows were removed, {@link #BATCH} at most. */
    int run() {
        followers.forget(keep);
        return log.prune(keep, BATCH);
    }
}
