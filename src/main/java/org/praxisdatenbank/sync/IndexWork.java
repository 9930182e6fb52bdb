package org.praxisdatenbank.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexOutcome.Reason;

/**
 * Has done to the index of a running server what people ask for: in the background, one thing at a time, while searches go
 * on. What came of the last one is remembered until the program ends. Any thread may ask.
 */
public final class IndexWork implements AutoCloseable {
    private final BiFunction<IndexTask, Progress, IndexOutcome> tasks;
    private @Nullable Begun current;
    private boolean isClosed;
    private @Nullable Ended last;

    /** @param keeper of the same index; open as long as this */
    public IndexWork(Database database, IndexSetup setup, IndexKeeper keeper) {
        this(new IndexTasks(database, setup, keeper)::run);
    }

    /** @param tasks how they are done, in a thread of their own, which is interrupted when this is closed */
    IndexWork(BiFunction<IndexTask, Progress, IndexOutcome> tasks) {
        this.tasks = tasks;
    }

    private record Begun(IndexTask task, Instant since, Steps steps, Thread thread) {}

    /** What is being done, since when, and how far it is. */
    public record Running(IndexTask task, Instant since, Step step) {}

    /** What was done, when it ended, and what came of it. */
    public record Ended(IndexTask task, Instant at, IndexOutcome outcome) {}

    /** Begins, and returns at once; false: something is being done already, or the program ends. */
    public synchronized boolean begin(IndexTask task) {
        if (isClosed || current != null) {
            return false;
        }
        Steps steps = new Steps();
        // of the system: an interrupt closes connections to the database in virtual ones
        Thread thread = Thread.ofPlatform().daemon().name("index-work").unstarted(() -> run(task, steps));
        current = new Begun(task, Instant.now(), steps, thread);
        thread.start();
        return true;
    }

    private void run(IndexTask task, Steps steps) {
        IndexOutcome outcome = new IndexOutcome.Failed(Reason.UNKNOWN); // where not even an exception comes of it
        try {
            outcome = tasks.apply(task, steps);
        } finally {
            end(task, outcome);
        }
    }

    private synchronized void end(IndexTask task, IndexOutcome outcome) {
        last = new Ended(task, Instant.now(), outcome);
        current = null;
    }

    private synchronized Optional<Begun> begun() {
        return Optional.ofNullable(current);
    }

    /** Empty: nothing is being done. */
    public Optional<Running> running() {
        return begun().map(
                        now -> new Running(now.task(), now.since(), now.steps().now()));
    }

    /** What was done last; empty: nothing since the start of the program. */
    public synchronized Optional<Ended> last() {
        return Optional.ofNullable(last);
    }

    /** Returns when what is being done has ended, or after that time. */
    public void awaitEnd(Duration patience) {
        Optional<Begun> now = begun();
        try {
            if (now.isPresent()) {
                now.get().thread().join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what is being done, and waits until it has ended. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        Optional<Begun> now = begun();
        try {
            if (now.isPresent()) {
                now.get().thread().interrupt();
                now.get().thread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
