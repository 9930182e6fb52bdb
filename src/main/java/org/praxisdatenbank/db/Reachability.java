package org.praxisdatenbank.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers: asked by one thread at a time, remembered for a moment, so that many visitors cost one
 * question, and none of them waits once it is known to be away. Any thread may use it.
 */
final class Reachability {
    private static final Duration REMEMBERED = Duration.ofMillis(250);
    private static final Duration WHILE_AWAY = Duration.ofMillis(50);

    private final Callable<Boolean> question;
    private final Duration patience;
    private @Nullable Asked last;
    private @Nullable Instant awaySince;

    private record Asked(FutureTask<Boolean> answer, Instant at, long nanos) {
        boolean isFresh() {
            return !answer.isDone() || System.nanoTime() - nanos < REMEMBERED.toNanos();
        }
    }

    /**
     * Asks nothing yet.
     *
     * @param question true where it answers; false or a failure where not; ends by itself
     * @param patience how long to wait for the answer while it was there so far
     */
    Reachability(Callable<Boolean> question, Duration patience) {
        this.question = question;
        this.patience = patience;
    }

    boolean isReachable() {
        Asked asked = ask();
        try {
            Duration wait = awaySince().isPresent() ? WHILE_AWAY : patience;
            note(asked, asked.answer().get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            note(asked, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return awaySince().isEmpty();
    }

    private synchronized Asked ask() {
        if (last != null && last.isFresh()) {
            return last;
        }
        Asked asked = new Asked(new FutureTask<>(question), Instant.now(), System.nanoTime());
        last = asked;
        Thread.ofVirtual().name("database-reachable").start(asked.answer());
        return asked;
    }

    /** An older answer than the last one asked for says nothing any more. */
    private synchronized void note(Asked asked, boolean isReachable) {
        if (!asked.equals(last)) {
            return;
        }
        if (isReachable) {
            awaySince = null;
        } else if (awaySince == null) {
            awaySince = asked.at();
        }
    }

    /** Since when it is known not to answer. */
    synchronized Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }
}
