package org.praxisdatenbank.sync;

import org.praxisdatenbank.index.IndexState;

/** Compares the database that answers with the one that an index was made from; safe for use by any thread. */
final class Origins {
    /** So many times fewer practices than the index holds are not taken over unasked. */
    private static final int FEWER = 2;

    private final OriginStore store;

    Origins(OriginStore store) {
        this.store = store;
    }

    Origin now() {
        return store.origin();
    }

    /** @throws OtherDatabase where following from where the index stands would skip or invent changes */
    void refuseUnlessOf(IndexState.Ready index) {
        Origin now = store.origin();
        Origin made = Origin.of(index.origin())
                .orElseThrow(() -> new OtherDatabase("Nobody knows from which database the index was made."));
        if (!made.isSameDatabase(now)) {
            throw new OtherDatabase("The database is another one than that from which the index was made.");
        }
        if (LogPosition.of(index.position()).filter(store::isBefore).isPresent()) {
            throw new OtherDatabase("The database is in an older state than the index: it has lost changes.");
        }
        if (!made.isSameHistory(now)) {
            throw new OtherDatabase("A standby has taken the database's place and may have lost changes.");
        }
    }

    /**
     * Whether such a database may take the index' place without a person saying so: an empty one, or one that has lost
     * most, is more likely a mistake than wanted.
     */
    boolean mayReplace(IndexState.Ready index) {
        return store.published() * FEWER >= index.documents();
    }
}
