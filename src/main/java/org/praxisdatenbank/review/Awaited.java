package org.praxisdatenbank.review;

import java.time.Duration;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.sync.Visibility;

/** Lets whoever publishes wait a moment until everybody can find it. Safe for use by any thread. */
public final class Awaited {
    private final Visibility visibility;
    private final Duration patience;

    /** @param patience longest time to wait */
    public Awaited(Database database, Duration patience) {
        this.visibility = new Visibility(database);
        this.patience = patience;
    }

    /** Waits until everybody can find what a transaction has changed; false: not every running server shows it yet. */
    public boolean isFound(long transaction) {
        return visibility.await(transaction, patience) == Visibility.Outcome.NOW;
    }

    /**
     * Last part of the key of what is said then: {@code published_now}, {@code published_soon}.
     *
     * @param done {@code published}
     */
    public String told(String done, long transaction) {
        return done + (isFound(transaction) ? "_now" : "_soon");
    }
}
