package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.IndexState;

/** Tells the database how far one follower is: when it has moved, and now and then that it is alive. For one thread. */
final class Attendance {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    /** A batch, a merge or a busy machine may take that long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FollowerStore followers;
    private final UUID id = UUID.randomUUID();
    private final Duration silence;
    private IndexState.@Nullable Ready reported;
    private long reportedAt;

    /** @param every longest time between two chances to report */
    Attendance(FollowerStore followers, Duration every) {
        this.followers = followers;
        this.silence = every.plus(BETWEEN_REPORTS).plus(PATIENCE);
    }

    void report(IndexState.Ready ready) {
        long now = System.nanoTime();
        if (isSame(ready) && now - reportedAt < BETWEEN_REPORTS.toNanos()) {
            return;
        }
        followers.report(id, ready.generation(), LogPosition.reached(ready), silence);
        reported = ready;
        reportedAt = now;
    }

    private boolean isSame(IndexState.Ready ready) {
        return reported != null
                && reported.position().equals(ready.position())
                && reported.generation().equals(ready.generation());
    }

    void leave() {
        if (reported != null) {
            followers.remove(id);
        }
    }
}
