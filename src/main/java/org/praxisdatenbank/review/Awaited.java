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

    /**
     * Last part of the key of what is said then: {@code published_now}, {@code published_soon}.
     *
     * @param done {@code published}
     */
    public String told(String done, long transaction) {
        return done
                + switch (visibility.await(transaction, patience)) {
                    case NOW -> "_now";
                    case SOON, WITHOUT_SERVER -> "_soon";
                };
    }
}
