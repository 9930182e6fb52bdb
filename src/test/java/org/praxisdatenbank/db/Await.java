package org.praxisdatenbank.db;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition by asking again and again. */
final class Await {
    private Await() {}

    /** @throws AssertionError when it has not become true within the limit */
    static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            Thread.sleep(Duration.ofMillis(10));
        }
    }
}
