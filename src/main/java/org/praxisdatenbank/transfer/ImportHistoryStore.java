package org.praxisdatenbank.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore.Saved;

/** The imports of the last 30 days, with what each has changed; safe for use by any thread. */
public final class ImportHistoryStore {
    /** So long an import can be taken back. */
    public static final int DAYS = 30;

    private static final String RECORD =
            """
            INSERT INTO import_run (account, is_command, file, read, inserted, updated, unchanged)
            VALUES (CAST(:account AS uuid), :isCommand, :file, :read, :inserted, :updated, :unchanged)
            RETURNING number
            """;
    /** Every change of a practice is in the change log, with its transaction. */
    private static final String RECORD_CHANGES =
            """
            INSERT INTO import_change (import, practice, number)
            SELECT :number, practice, version
              FROM change_log
             WHERE transaction = pg_current_xact_id()
            """;

    private static final String SELECT =
            """
            SELECT number, made, is_command, account.name, file, read, inserted, updated, unchanged, undone, undone_left
              FROM import_run
              LEFT JOIN account ON account.id = import_run.account
             WHERE made > now() - make_interval(days => :days)
            """;
    private static final String LIST = SELECT + " ORDER BY number DESC LIMIT :most";
    private static final String FIND = SELECT + " AND number = :number";
    private static final String TRANSACTION =
            """
            SELECT transaction
              FROM import_run
             WHERE number = :number
            """;
    private static final String SWEEP =
            """
            DELETE FROM import_run
             WHERE made <= now() - make_interval(days => :days)
            """;
    private static final int LONGEST_NAME = 200;

    private final Jdbi jdbi;

    public ImportHistoryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What else happens in the transaction of an import, or of what takes it back. */
    public interface Along {
        Along NOTHING = (transaction, number) -> {};

        /** @param number of the import */
        void within(Handle transaction, long number);
    }

    /** What is written down of an import; the file's name without its folders. */
    record Entry(Authorship by, String file, long read, Saved saved) {
        Entry {
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            file = name.isBlank() ? "–" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        }
    }

    /**
     * Writes down the import that a transaction is; returns its number.
     *
     * @param transaction with nothing but the changes of this import in it
     */
    static long record(Handle transaction, Entry entry) {
        @Nullable Object account = entry.by().account();
        long number = transaction
                .createQuery(RECORD)
                .bind("account", account == null ? null : account.toString())
                .bind("isCommand", account == null)
                .bind("file", entry.file())
                .bind("read", entry.read())
                .bind("inserted", entry.saved().inserted())
                .bind("updated", entry.saved().updated())
                .bind("unchanged", entry.saved().unchanged())
                .mapTo(Long.class)
                .one();
        transaction.createUpdate(RECORD_CHANGES).bind("number", number).execute();
        return number;
    }

    /** Latest first. */
    public List<PastImport> list(int most) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("days", DAYS)
                .bind("most", most)
                .map((row, ctx) -> past(row))
                .list());
    }

    /** Empty: there is none, or it is too long ago. */
    public Optional<PastImport> find(long number) {
        return jdbi.withHandle(db -> find(db, number));
    }

    static Optional<PastImport> find(Handle db, long number) {
        return db.createQuery(FIND)
                .bind("days", DAYS)
                .bind("number", number)
                .map((row, ctx) -> past(row))
                .findOne();
    }

    /** Id of the transaction that it was; empty: there is no such import. */
    public OptionalLong transaction(long number) {
        return jdbi.withHandle(db -> db.createQuery(TRANSACTION)
                .bind("number", number)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /** Removes those that cannot be taken back any more. */
    public void sweep() {
        jdbi.useHandle(db -> db.createUpdate(SWEEP).bind("days", DAYS).execute());
    }

    private static PastImport past(ResultSet row) throws SQLException {
        @Nullable Instant undone = Moment.ofNullable(row, "undone");
        return new PastImport(
                row.getLong("number"),
                new PastImport.Made(Moment.of(row, "made"), row.getBoolean("is_command"), row.getString("name")),
                row.getString("file"),
                row.getLong("read"),
                new Saved(row.getInt("inserted"), row.getInt("updated"), row.getInt("unchanged")),
                undone == null ? null : new PastImport.Undone(undone, row.getInt("undone_left")));
    }
}
