package org.praxisdatenbank.index;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.index.QueryTimeout;

/** The time that one search may take, from now on. Once it is up it stays so; for one thread. */
final class TimeLimit implements QueryTimeout {
    private final LongSupplier nanoTime;
    private final long start;
    private final long nanos;
    private boolean isUp;

    /** @param nanoTime like {@link System#nanoTime} */
    TimeLimit(Duration time, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.nanos = time.toNanos();
    }

    static TimeLimit of(Duration time) {
        return new TimeLimit(time, System::nanoTime);
    }

    /** Ends the search before its time. */
    void end() {
        isUp = true;
    }

    @Override
    public boolean shouldExit() {
        isUp = isUp || nanoTime.getAsLong() - start >= nanos;
        return isUp;
    }
}
