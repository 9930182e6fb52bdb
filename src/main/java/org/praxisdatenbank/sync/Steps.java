package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.progress.Pace;
import org.praxisdatenbank.progress.Progress;

/** Remembers how far work is; one thread tells, any may ask. */
final class Steps implements Progress {
    private final AtomicLong done = new AtomicLong();
    private volatile Phase phase = new Phase("start", -1, System.nanoTime());

    private record Phase(String name, long total, long begunNanos) {}

    @Override
    public void phase(String name, long total) {
        done.set(0);
        phase = new Phase(name, total, System.nanoTime());
    }

    @Override
    public void advance(long steps) {
        done.addAndGet(steps);
    }

    /** How far it is now. */
    Step now() {
        Phase current = phase;
        long steps = done.get();
        Pace pace = new Pace(steps, current.total(), Duration.ofNanos(System.nanoTime() - current.begunNanos()));
        return new Step(
                current.name(),
                steps,
                current.total(),
                pace.perSecond(),
                pace.secondsLeft().orElse(-1));
    }

    @Override
    public void close() {}
}
