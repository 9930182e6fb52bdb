package org.praxisdatenbank.sync;

import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Removes from the change log what nobody needs any more; safe for use by any thread and several servers at once. */
final class PruningStore {
    /** Rows and mark in one statement. The mark only grows, whoever comes later: that row is read again when it is free. */
    private static final String PRUNE =
            """
            WITH first AS (
                SELECT transaction, position, changed
                  FROM change_log
                 WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY change_log.transaction, position
                 LIMIT :most),
            removed AS (
                DELETE FROM change_log
                 USING first
                 WHERE change_log.position = first.position
                   AND first.changed < now() - :keep * interval '1 ms'
                   AND NOT EXISTS (
                       SELECT FROM follower
                        WHERE alive_until > now()
                          AND (follower.transaction, follower.position) < (first.transaction, first.position))
                RETURNING change_log.transaction, change_log.position),
            last AS (
                SELECT transaction, position
                  FROM removed
                 ORDER BY removed.transaction DESC, position DESC
                 LIMIT 1),
            marked AS (
                UPDATE change_log_pruned
                   SET transaction = last.transaction, position = last.position
                  FROM last
                 WHERE (last.transaction, last.position)
                       > (change_log_pruned.transaction, change_log_pruned.position))
            SELECT count(*)
              FROM removed
            """;
    /**
     * Ids of transactions belong to one PostgreSQL. What was copied from another one may carry ids that are still to come
     * here: such rows could not be read for years, and all places would stand before the mark.
     */
    private static final String ADOPT =
            """
            WITH removed AS (
                DELETE FROM change_log
                 WHERE transaction >= pg_snapshot_xmax(pg_current_snapshot())
                RETURNING position)
            UPDATE change_log_pruned
               SET transaction = pg_snapshot_xmin(pg_current_snapshot()), position = 0
             WHERE EXISTS (SELECT FROM removed)
                OR transaction >= pg_snapshot_xmax(pg_current_snapshot())
            """;

    private final Jdbi jdbi;

    PruningStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Removes of the first rows those that are older than {@code keep} and that every follower who is alive has passed.
     * Returns how many.
     *
     * @param most rows to look at
     */
    int prune(Duration keep, int most) {
        return jdbi.withHandle(db -> db.createQuery(PRUNE)
                .bind("keep", keep.toMillis())
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    /** Makes a log that was copied from another PostgreSQL one of this; every index is built anew then. True: it was. */
    boolean adopt() {
        return jdbi.withHandle(db -> db.createUpdate(ADOPT).execute()) > 0;
    }
}
