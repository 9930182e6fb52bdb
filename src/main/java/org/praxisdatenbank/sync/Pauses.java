package org.praxisdatenbank.sync;

import java.time.Duration;
import org.praxisdatenbank.sync.CatchUp.Left;

/** How long a follower waits before it looks again, where nobody wakes it. For one thread. */
final class Pauses {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration LESS_SOON = Duration.ofMillis(500);
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    private final Duration every;
    private Duration heldBack = SOON;
    private Duration failing;

    Pauses(Duration every) {
        this.every = every;
        this.failing = every;
    }

    /** Nobody tells when an older transaction ends that has changed nothing: what it held back is looked for soon. */
    Duration after(Left left) {
        failing = every;
        if (left != Left.HELD_BACK) {
            heldBack = SOON;
            return left == Left.MORE ? Duration.ZERO : every;
        }
        Duration now = heldBack;
        heldBack = shorter(heldBack.multipliedBy(2), LESS_SOON);
        return shorter(now, every);
    }

    /** Ever more. */
    Duration afterFailure() {
        Duration slowest = SLOWEST.compareTo(every) > 0 ? SLOWEST : every;
        failing = shorter(failing.multipliedBy(2), slowest);
        return failing;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
