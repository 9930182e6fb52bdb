package org.praxisdatenbank.sync;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.Proof;
import org.praxisdatenbank.index.Proofs;
import org.praxisdatenbank.practice.PracticeId;

/** Merges the records of the database, given in the order of their ids, with the proofs of the index; for one thread. */
final class Comparison {
    private final Proofs proofs;
    private final int most;
    private final SortedMap<PracticeId, Difference> differences = new TreeMap<>();
    private @Nullable Proof indexed;
    private long published;
    private long equal;
    private long read;

    /** @param most differences that are kept */
    Comparison(Proofs proofs, int most) {
        this.most = most;
        this.proofs = proofs;
        advance();
    }

    /** The next record of the database. */
    void add(Proof stored) {
        published++;
        while (indexed != null && indexed.id().compareTo(stored.id()) < 0) {
            note(new Difference.Extra(indexed.id()));
            advance();
        }
        if (indexed == null || !indexed.id().equals(stored.id())) {
            note(new Difference.Missing(stored.id()));
            return;
        }
        if (indexed.hash().equals(stored.hash())) {
            equal++;
        } else {
            note(new Difference.Stale(stored.id()));
        }
        advance(); // a second document of the same id is extra
    }

    /** After the last record of the database. */
    SortedMap<PracticeId, Difference> end() {
        while (indexed != null) {
            note(new Difference.Extra(indexed.id()));
            advance();
        }
        return differences;
    }

    long published() {
        return published;
    }

    /** How many records the index holds as they are. */
    long equal() {
        return equal;
    }

    /** How many proofs the index gave. */
    long indexed() {
        return read;
    }

    private void note(Difference difference) {
        if (differences.size() < most) {
            differences.putIfAbsent(difference.id(), difference);
        }
    }

    private void advance() {
        indexed = proofs.next();
        if (indexed != null) {
            read++;
        }
    }
}
