package org.praxisdatenbank.sync;

import java.util.List;

/**
 * The comparison of database and index.
 *
 * @param published practices in the database
 * @param indexed practices in the index
 * @param equal published practices that stand in the index as in the database
 * @param lag rows of the change log that the index had not taken over when waiting for it ended; then differences may
 *     be nothing but that
 * @param differences in the order of the ids, as many as {@link Verifier#MOST_DIFFERENCES}
 * @param damaged files of the index whose content is not what was written, each with the reason; where there are any,
 *     nothing was compared
 */
public record Verification(
        long published, long indexed, long equal, long lag, List<Difference> differences, List<String> damaged) {
    public Verification {
        differences = List.copyOf(differences);
        damaged = List.copyOf(damaged);
    }

    /** Where all differences are told and no file is damaged. */
    Verification(long published, long indexed, long lag, List<Difference> differences) {
        this(published, indexed, published - unlike(differences), lag, differences, List.of());
    }

    /** An index that cannot be compared. */
    static Verification damaged(long published, List<String> files) {
        return new Verification(published, 0, 0, 0, List.of(), files);
    }

    /** How many of them are published. */
    static long unlike(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> !(difference instanceof Difference.Extra))
                .count();
    }

    /** Whether every record stands in the index as in the database, and nothing else does. */
    public boolean isEqual() {
        return equal == published && differences.isEmpty() && damaged.isEmpty();
    }

    /** How many practices differ: also those published that are not told, for there are too many. */
    public long different() {
        return published - equal + differences.size() - unlike(differences);
    }
}
