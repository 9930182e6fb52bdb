package org.praxisdatenbank.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.PracticeId;

/** Who took which step with a working copy; only ever added to. Safe for use by any thread. */
final class StepStore {
    private static final String INSERT =
            """
            INSERT INTO draft_step (draft, practice, step, account, note)
            VALUES (:draft, :practice, :step, CAST(:account AS uuid), :note)
            """;
    private static final String OF =
            """
            SELECT step, account.name, draft_step.account IS NULL AS is_by_letter, note, draft_step.made
              FROM draft_step
              LEFT JOIN account ON account.id = draft_step.account
             WHERE draft = :draft
             ORDER BY number DESC
             LIMIT 50
            """;

    private final Jdbi jdbi;

    StepStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whoever was asked by a letter says what has changed. */
    static final String REPORT = "report";

    /**
     * A step as it is taken.
     *
     * @param step {@code begin}, or the id of one that is kept
     * @param by null: whoever answered a letter, without an account
     * @param note 1 to 2,000 characters; null: nothing was said
     */
    record Taken(String step, @Nullable AccountId by, @Nullable String note) {}

    /**
     * A step that was taken.
     *
     * @param name what the account is called today; null: erased, or none
     * @param isByLetter whether it was taken without an account
     */
    record Past(String step, @Nullable String name, boolean isByLetter, @Nullable String note, Instant made) {}

    static void add(Handle transaction, DraftId draft, @Nullable PracticeId practice, Taken taken) {
        @Nullable AccountId by = taken.by();
        transaction
                .createUpdate(INSERT)
                .bind("draft", draft.value())
                .bind("practice", practice == null ? null : practice.value())
                .bind("step", taken.step())
                .bind("account", by == null ? null : by.value())
                .bind("note", taken.note())
                .execute();
    }

    /** Latest first; at most 50. */
    List<Past> of(DraftId draft) {
        return jdbi.withHandle(db -> db.createQuery(OF)
                .bind("draft", draft.value())
                .map((row, ctx) -> past(row))
                .list());
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getString("step"),
                row.getString("name"),
                row.getBoolean("is_by_letter"),
                row.getString("note"),
                Moment.of(row, "made"));
    }
}
