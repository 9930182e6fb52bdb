package org.praxisdatenbank.sync;

import java.util.List;

/**
 * The comparison of database and index.
 *
 * @param published practices in the database
 * @param indexed practices in the index
 * @param lag rows of the change log that the index had not taken over when waiting for it ended; then differences may
 *     be nothing but that
 * @param differences in the order of the ids, as many as {@link Verifier#MOST_DIFFERENCES}
 */
public record Verification(long published, long indexed, long lag, List<Difference> differences) {
    public Verification {
        differences = List.copyOf(differences);
    }

    /** Whether every record stands in the index as in the database, and nothing else does. */
    public boolean isEqual() {
        return differences.isEmpty();
    }
}
