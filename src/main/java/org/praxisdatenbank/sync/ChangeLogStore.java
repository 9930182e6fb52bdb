package org.praxisdatenbank.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;

/**
 * Reads the change log in commit order and never skips a row: only rows of transactions older than every one that
 * still runs, see the migration that makes the table. The price is that one long transaction anywhere on the server
 * holds back what commits meanwhile. Safe for use by any thread.
 */
final class ChangeLogStore {
    /** Is notified on commit of whatever has added rows. */
    static final String CHANNEL = "change_log";

    /** One statement, so that rows and what has been pruned are of one moment; without rows there is one line of nulls. */
    private static final String AFTER =
            """
            SELECT pruned.transaction::text::bigint AS pruned_transaction, pruned.position AS pruned_position,
                   EXISTS (SELECT FROM change_log
                            WHERE transaction >= pg_snapshot_xmin(pg_current_snapshot())) AS are_held_back,
                   row.transaction::text::bigint AS transaction, row.position, row.practice
              FROM change_log_pruned AS pruned
              LEFT JOIN LATERAL (
                   SELECT transaction, position, practice
                     FROM change_log
                    WHERE (transaction, position) > (CAST(:transaction AS xid8), :position)
                      AND transaction < pg_snapshot_xmin(pg_current_snapshot())
                    ORDER BY transaction, position
                    LIMIT :most) AS row ON true
             ORDER BY row.transaction, row.position
            """;

    private static final String LAST =
            """
            SELECT transaction::text::bigint AS transaction, position
              FROM change_log
             WHERE transaction < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY change_log.transaction DESC, position DESC
             LIMIT 1
            """;
    private static final String COUNT_AFTER =
            """
            SELECT (SELECT count(*)
                      FROM change_log
                     WHERE (transaction, position) > (CAST(:transaction AS xid8), :position))
                 + (SELECT count(*)
                      FROM change_log_pruned
                     WHERE (transaction, position) > (CAST(:transaction AS xid8), :position))
            """;
    private static final String HORIZON =
            """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            """;

    /** A practice that is there no more has no version; any will do, for followers read what is there now. */
    private static final String TOUCH =
            """
            INSERT INTO change_log (practice, version)
            SELECT id, coalesce((SELECT version FROM practice WHERE practice.id = touched.id), 1)
              FROM unnest(:ids) AS touched (id)
            """;

    private final Jdbi jdbi;

    ChangeLogStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The rows after a place that can be read by now, in their order.
     *
     * @throws LostPlace where some of them have been removed already
     */
    Rows after(LogPosition place, int most) {
        List<Line> lines = jdbi.withHandle(db -> db.createQuery(AFTER)
                .bind("transaction", String.valueOf(place.transaction()))
                .bind("position", place.position())
                .bind("most", most)
                .map((row, ctx) -> Line.of(row))
                .list());
        Line any = lines.getFirst();
        if (place.compareTo(any.pruned()) < 0) {
            throw new LostPlace(place, any.pruned());
        }
        List<Row> rows = lines.stream().flatMap(line -> line.row().stream()).toList();
        return new Rows(rows, any.areHeldBack());
    }

    private record Line(LogPosition pruned, boolean areHeldBack, Optional<Row> row) {
        static Line of(ResultSet line) throws SQLException {
            LogPosition pruned = new LogPosition(line.getLong("pruned_transaction"), line.getLong("pruned_position"));
            @Nullable String practice = line.getString("practice");
            Optional<Row> row = practice == null
                    ? Optional.empty()
                    : Optional.of(new Row(
                            new LogPosition(line.getLong("transaction"), line.getLong("position")),
                            new PracticeId(practice)));
            return new Line(pruned, line.getBoolean("are_held_back"), row);
        }
    }

    /** The place of the last row that can be read by now; before all others where there is none. */
    LogPosition last() {
        return jdbi.withHandle(db -> db.createQuery(LAST)
                .map((row, ctx) -> new LogPosition(row.getLong("transaction"), row.getLong("position")))
                .findOne()
                .orElse(new LogPosition(0, 0)));
    }

    /**
     * How many committed rows stand after a place, those that cannot be read yet included; one more for all that have been
     * removed.
     */
    long countAfter(LogPosition place) {
        return jdbi.withHandle(db -> db.createQuery(COUNT_AFTER)
                .bind("transaction", String.valueOf(place.transaction()))
                .bind("position", place.position())
                .mapTo(Long.class)
                .one());
    }

    /** Lets all followers take these practices over again, in the form they now have or as gone. */
    void touch(Collection<PracticeId> practices) {
        jdbi.useTransaction(db -> db.createUpdate(TOUCH)
                .bindArray(
                        "ids",
                        String.class,
                        practices.stream().map(PracticeId::value).toList())
                .execute());
    }

    /** Gives all that is read meanwhile as it stood at one moment. */
    <T> T inSnapshot(Function<Snapshot, T> use) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.setReadOnly(true);
            return use.apply(Snapshot.of(db));
        });
    }

    /**
     * Rows of the log.
     *
     * @param areHeldBack whether there are others that cannot be read yet
     */
    record Rows(List<Row> rows, boolean areHeldBack) {}

    /** One row of the log. */
    record Row(LogPosition place, PracticeId practice) {}

    /**
     * The database at one moment.
     *
     * @param place where following must go on: every row before it is seen, some after it may be seen too
     * @param published how many practices are published
     */
    record Snapshot(LogPosition place, long published, Handle transaction) {
        private static Snapshot of(Handle db) {
            long horizon = db.createQuery(HORIZON).mapTo(Long.class).one();
            long published = PracticeStore.countPublished(db);
            return new Snapshot(new LogPosition(horizon, 0), published, db);
        }

        /** All published practices in the order of their ids. */
        void forEachPublished(Consumer<StoredPractice> use) {
            PracticeStore.forEachPublished(transaction, use);
        }
    }
}
