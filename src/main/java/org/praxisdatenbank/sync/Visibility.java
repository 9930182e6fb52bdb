package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.praxisdatenbank.db.Database;

/** Lets whoever has changed practices wait until everybody can find the change. Safe for use by any thread. */
public final class Visibility {
    private static final Duration FIRST_LOOK = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final FollowerStore followers;

    public Visibility(Database database) {
        this.followers = new FollowerStore(database.jdbi());
    }

    /** What whoever has saved can be told. */
    public enum Outcome {
        /** Every running server finds it. */
        NOW,
        /** Not every running server finds it yet; it will. */
        SOON,
        /** No server is running; the next one finds it from its start on. */
        WITHOUT_SERVER
    }

    /**
     * Waits until every running server has taken over what a transaction changed.
     *
     * @param transaction its id, {@code PracticeStore.transaction}; committed
     * @param patience longest time to wait; zero: only looks
     * @throws CancellationException when the thread is interrupted; the change stays
     */
    public Outcome await(long transaction, Duration patience) {
        OptionalLong last = followers.lastRowOf(transaction);
        return last.isEmpty()
                ? Outcome.NOW // it has changed nothing, or so long ago that all have read it
                : await(new LogPosition(transaction, last.getAsLong()), patience);
    }

    private Outcome await(LogPosition place, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_LOOK;
        while (true) {
            FollowerStore.Alive alive = followers.alive(place);
            if (alive.behind() == 0) {
                return alive.count() == 0 ? Outcome.WITHOUT_SERVER : Outcome.NOW;
            }
            if (System.nanoTime() - end >= 0) {
                return Outcome.SOON;
            }
            sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted while waiting for the index");
        }
    }
}
