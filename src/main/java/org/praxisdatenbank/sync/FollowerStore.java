package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Who follows the change log, and how far. Only the database's clock is read, and a follower that is silent for longer
 * than it said counts no more. Safe for use by any thread.
 */
final class FollowerStore {
    private static final String REPORT =
            """
            INSERT INTO follower (id, generation, transaction, position, seen, alive_until)
            VALUES (:id, :generation, CAST(:transaction AS xid8), :position, now(), now() + :silence * interval '1 ms')
                ON CONFLICT (id) DO UPDATE
               SET generation = excluded.generation, transaction = excluded.transaction, position = excluded.position,
                   seen = excluded.seen, alive_until = excluded.alive_until
            """;
    private static final String REMOVE =
            """
            DELETE FROM follower
             WHERE id = :id
            """;
    private static final String FORGET =
            """
            DELETE FROM follower
             WHERE alive_until < now() - :silence * interval '1 ms'
            """;
    private static final String LAST_OF =
            """
            SELECT max(position)
              FROM change_log
             WHERE transaction = CAST(:transaction AS xid8)
            """;
    private static final String ALIVE =
            """
            SELECT count(*) AS alive,
                   count(*) FILTER (WHERE (transaction, position) < (CAST(:transaction AS xid8), :position)) AS behind
              FROM follower
             WHERE alive_until > now()
            """;

    private final Jdbi jdbi;

    FollowerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Everything up to this place can be found at this follower.
     *
     * @param silence after so long without another report it counts as dead
     */
    void report(UUID id, String generation, LogPosition place, Duration silence) {
        jdbi.useHandle(db -> db.createUpdate(REPORT)
                .bind("id", id)
                .bind("generation", generation)
                .bind("transaction", String.valueOf(place.transaction()))
                .bind("position", place.position())
                .bind("silence", silence.toMillis())
                .execute());
    }

    void remove(UUID id) {
        jdbi.useHandle(db -> db.createUpdate(REMOVE).bind("id", id).execute());
    }

    /** Removes those that have counted as dead for so long. */
    void forget(Duration silence) {
        jdbi.useHandle(db ->
                db.createUpdate(FORGET).bind("silence", silence.toMillis()).execute());
    }

    /** The last row that a committed transaction wrote into the log; empty: none, or it has been removed since. */
    OptionalLong lastRowOf(long transaction) {
        return jdbi.withHandle(db -> db.createQuery(LAST_OF)
                .bind("transaction", String.valueOf(transaction))
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /** Who is alive, seen from a place in the log. */
    Alive alive(LogPosition place) {
        return jdbi.withHandle(db -> db.createQuery(ALIVE)
                .bind("transaction", String.valueOf(place.transaction()))
                .bind("position", place.position())
                .map((row, ctx) -> new Alive(row.getLong("alive"), row.getLong("behind")))
                .one());
    }

    /**
     * Followers that have been seen lately.
     *
     * @param count all of them
     * @param behind those that have not passed the place
     */
    record Alive(long count, long behind) {}
}
