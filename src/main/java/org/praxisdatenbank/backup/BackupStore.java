package org.praxisdatenbank.backup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.praxisdatenbank.practice.PracticeStore;

/** What backup and restore do in the database; safe for use by any thread. */
final class BackupStore {
    private static final int FETCHED = 500;
    private static final String SCHEMA =
            """
            SELECT version
              FROM flyway_schema_history
             WHERE version IS NOT NULL
             ORDER BY installed_rank DESC
             LIMIT 1
            """;
    private static final String NOW =
            """
            SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            """;
    /** Whoever follows the change log takes all of it over. */
    private static final String TELL_FOLLOWERS =
            """
            INSERT INTO change_log (practice, version)
            SELECT id, version
              FROM practice
            """;

    private final Jdbi jdbi;

    BackupStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Gives all that is read meanwhile as it stood at one moment. */
    <T> T reading(Function<Content, T> use) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            db.setReadOnly(true);
            return use.apply(new Content(db));
        });
    }

    /** Changes all or nothing. */
    void changing(Consumer<Content> use) {
        jdbi.useTransaction(db -> use.accept(new Content(db)));
    }

    /** The content within one transaction, for one thread. */
    static final class Content {
        private final Handle db;
        private final Layout layout;

        private Content(Handle db) {
            this.db = db;
            db.execute("SET LOCAL TIME ZONE 'UTC'"); // else the same moment is written in several ways
            this.layout = LayoutStore.layout(db);
        }

        Layout layout() {
            return layout;
        }

        /** The last migration: 007. */
        String schema() {
            return db.createQuery(SCHEMA).mapTo(String.class).one();
        }

        /** When the transaction began, as ISO 8601. */
        String now() {
            return db.createQuery(NOW).mapTo(String.class).one();
        }

        /** Whether no practice was ever entered, withdrawn ones included, and nobody has worked with it. */
        boolean isEmpty() {
            return PracticeStore.isEmpty(db) && layout.tables().stream().noneMatch(this::isUsedLog);
        }

        private boolean isUsedLog(Layout.Columns table) {
            return table.name().equals("audit_entry")
                    && db.createQuery("SELECT EXISTS (SELECT FROM audit_entry)")
                            .mapTo(Boolean.class)
                            .one();
        }

        long rows() {
            return layout.tables().stream()
                    .mapToLong(table -> db.createQuery("SELECT count(*) FROM " + table.name())
                            .mapTo(Long.class)
                            .one())
                    .sum();
        }

        /** Each row as a JSON object on one line, in the order of the keys, from a cursor. */
        void forEachRow(Layout.Columns table, Consumer<String> use) {
            String ordered = "SELECT row_to_json(ordered)::text FROM (SELECT %s FROM %s ORDER BY %s) AS ordered"
                    .formatted(table.list(), table.name(), String.join(", ", table.keys()));
            try (Stream<String> rows = db.createQuery(ordered).setFetchSize(FETCHED).mapTo(String.class).stream()) {
                rows.forEach(use);
            }
        }

        /** Removes what migrations have put there. */
        void clear() {
            db.execute("TRUNCATE "
                    + String.join(
                            ", ",
                            layout.tables().stream().map(Layout.Columns::name).toList())
                    + " CASCADE"); // who is signed in hangs on accounts, and is not saved
        }

        /** @param rows JSON objects with a value for each column */
        void add(Layout.Columns table, List<String> rows) {
            db.createUpdate(
                            "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM json_populate_recordset(CAST(NULL AS %s), CAST(:rows AS json))"
                                    .formatted(table.name(), table.list(), table.list(), table.name()))
                    .bind("rows", "[" + String.join(",", rows) + "]")
                    .execute();
        }

        /** To be called when all rows are there: counting goes on behind them. */
        void finish() {
            for (Layout.Columns table : layout.tables()) {
                for (String column : table.numbered()) {
                    db.createQuery(
                                    "SELECT setval(pg_get_serial_sequence(:table, :column), coalesce(max(%s), 0) + 1, false) FROM %s"
                                            .formatted(column, table.name()))
                            .bind("table", table.name())
                            .bind("column", column)
                            .mapTo(Long.class)
                            .one();
                }
            }
            db.execute(TELL_FOLLOWERS);
        }
    }
}
