package org.praxisdatenbank.transfer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJsonReader;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;

/**
 * Takes whole imports back, in one transaction: what was new is withdrawn, what was changed gets its earlier content by a
 * new revision. What somebody has changed since is never overwritten. Safe for use by any thread.
 */
public final class UndoStore {
    private static final String LOCK_IMPORT =
            """
            SELECT number
              FROM import_run
             WHERE number = :number
               FOR UPDATE
            """;
    private static final String LOCK_PRACTICES =
            """
            SELECT count(*)
              FROM (SELECT
                      FROM practice
                     WHERE id IN (SELECT practice FROM import_change WHERE import = :number)
                     ORDER BY id
                       FOR UPDATE) AS locked
            """;
    /** Another version with the very same content is no change, nor is another name of the same term. */
    private static final String CHANGES =
            """
              FROM import_change AS change
              JOIN practice ON practice.id = change.practice
              JOIN revision AS made ON made.practice = change.practice AND made.number = change.number
              JOIN revision AS today ON today.practice = change.practice AND today.number = practice.version
            """;

    private static final String CHANGED_SINCE = "SELECT change.practice " + CHANGES
            + """
             WHERE change.import = :number
               AND (today.status <> made.status OR today.record <> current_record(made.record))
             ORDER BY change.practice
            """;
    private static final String NEXT =
            "SELECT change.practice, former.status, current_record(former.record) AS record " + CHANGES
                    + """
              LEFT JOIN LATERAL (
                   SELECT status, record
                     FROM revision AS earlier
                    WHERE earlier.practice = change.practice
                      AND earlier.number < change.number
                    ORDER BY earlier.number DESC
                    LIMIT 1) AS former ON true
             WHERE change.import = :number
               AND today.status = made.status
               AND today.record = current_record(made.record)
               AND change.practice > :after
             ORDER BY change.practice
             LIMIT :most
            """;
    private static final String UNDONE =
            """
            UPDATE import_run
               SET undone = now(), undone_left = :left
             WHERE number = :number
            """;
    private static final int BATCH = 500;
    private static final int LISTED = 100;

    private final Jdbi jdbi;

    public UndoStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * How an import is to be taken back.
     *
     * @param leavesChanged what somebody has changed since stays; else nothing is taken back when there is any of it
     * @param today the day of withdrawal
     * @param by goes into every revision
     */
    public record Order(long number, boolean leavesChanged, LocalDate today, Authorship by) {}

    /**
     * Takes it back, or says why not.
     *
     * @throws Refused where the database fails, or does not take the earlier content any more; nothing is changed then
     */
    public Undoing undo(Order order, Along along) {
        try {
            return jdbi.inTransaction(db -> undo(db, order, along));
        } catch (JdbiException failure) {
            throw DatabaseFaults.refusal(failure)
                    .map(words -> English.refused(failure, "refused.undo", words))
                    .<RuntimeException>map(refused -> refused)
                    .orElseGet(() -> DatabaseFaults.refusedOr(failure));
        }
    }

    private static Undoing undo(Handle db, Order order, Along along) {
        db.createQuery(LOCK_IMPORT)
                .bind("number", order.number())
                .mapTo(Long.class)
                .findOne();
        Optional<PastImport> past = ImportHistoryStore.find(db, order.number());
        if (past.isEmpty()) {
            return new Undoing.NotKept();
        }
        if (!past.get().isUndoable()) {
            return new Undoing.Nothing();
        }
        db.createQuery(LOCK_PRACTICES)
                .bind("number", order.number())
                .mapTo(Long.class)
                .one();
        List<PracticeId> changed = changedSince(db, order.number());
        if (!changed.isEmpty() && !order.leavesChanged()) {
            return new Undoing.ChangedSince(changed.stream().limit(LISTED).toList(), changed.size());
        }
        Undoing.Done done = takeBack(db, order, changed.size());
        db.createUpdate(UNDONE)
                .bind("number", order.number())
                .bind("left", done.left())
                .execute();
        along.within(db, order.number());
        return done;
    }

    private static List<PracticeId> changedSince(Handle db, long number) {
        return db.createQuery(CHANGED_SINCE)
                .bind("number", number)
                .map((row, ctx) -> new PracticeId(row.getString("practice")))
                .list();
    }

    private static Undoing.Done takeBack(Handle db, Order order, int left) {
        int withdrawn = 0;
        int restored = 0;
        List<Former> some = next(db, order.number(), "");
        while (!some.isEmpty()) {
            List<PracticeId> gone = new ArrayList<>();
            List<Practice> back = new ArrayList<>();
            for (Former former : some) {
                if (former.practice() == null) {
                    gone.add(former.id());
                } else {
                    back.add(former.practice());
                }
            }
            withdrawn += PracticeStore.withdraw(db, gone, order.today(), order.by());
            restored += back.size();
            PracticeStore.save(db, back, order.by());
            some = next(db, order.number(), some.getLast().id().value());
        }
        OptionalLong transaction = withdrawn + restored > 0 ? PracticeStore.transaction(db) : OptionalLong.empty();
        return new Undoing.Done(withdrawn, restored, left, transaction);
    }

    /** @param practice as it was before the import; null: it was not public */
    private record Former(PracticeId id, @Nullable Practice practice) {}

    private static List<Former> next(Handle db, long number, String after) {
        return db.createQuery(NEXT)
                .bind("number", number)
                .bind("after", after)
                .bind("most", BATCH)
                .map((row, ctx) -> new Former(
                        new PracticeId(row.getString("practice")),
                        "published".equals(row.getString("status"))
                                ? PracticeJsonReader.read(
                                        row.getString("record").getBytes(StandardCharsets.UTF_8))
                                : null))
                .list();
    }
}
