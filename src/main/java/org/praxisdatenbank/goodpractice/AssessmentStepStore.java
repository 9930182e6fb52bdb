package org.praxisdatenbank.goodpractice;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.db.Moment;

/** Who took which step with an assessment; only ever added to. Safe for use by any thread. */
final class AssessmentStepStore {
    private static final String INSERT =
            """
            INSERT INTO assessment_step (assessment, step, account, note)
            VALUES (:assessment, :step, :account, :note)
            """;
    private static final String OF =
            """
            SELECT step, account.name, note, assessment_step.made
              FROM assessment_step
              LEFT JOIN account ON account.id = assessment_step.account
             WHERE assessment = :assessment
             ORDER BY number DESC
             LIMIT 50
            """;

    private final Jdbi jdbi;

    AssessmentStepStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A step that was taken.
     *
     * @param name what the account is called today; null: erased
     * @param note null: nothing was said
     */
    record Past(String step, @Nullable String name, @Nullable String note, Instant made) {}

    /**
     * Adds one.
     *
     * @param step {@code propose}, or the id of one that moves it
     * @param note 1 to 2,000 characters; null: nothing was said
     */
    static void add(Handle transaction, AssessmentId assessment, String step, AccountId by, @Nullable String note) {
        transaction
                .createUpdate(INSERT)
                .bind("assessment", assessment.value())
                .bind("step", step)
                .bind("account", by.value())
                .bind("note", note)
                .execute();
    }

    /** Latest first; at most 50. */
    List<Past> of(AssessmentId assessment) {
        return jdbi.withHandle(db -> db.createQuery(OF)
                .bind("assessment", assessment.value())
                .map((row, ctx) -> new Past(
                        row.getString("step"), row.getString("name"), row.getString("note"), Moment.of(row, "made")))
                .list());
    }
}
