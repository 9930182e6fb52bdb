package org.praxisdatenbank.goodpractice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.goodpractice.Assessment.Subject;
import org.praxisdatenbank.practice.PracticeId;

/** Assessments in the database, and what they held before; safe for use by any thread. */
final class AssessmentStore {
    private static final String SELECT =
            """
            SELECT assessment.id, assessment.practice, stage, answers, assessment.version, changed,
                   coalesce(title, assessment.practice) AS title, provider.name AS provider,
                   coalesce(practice.status = 'published', false) AS is_public,
                   ARRAY(SELECT term
                           FROM practice_term
                          WHERE practice_term.practice = assessment.practice
                            AND vocabulary = 'state'
                          ORDER BY position) AS states
              FROM assessment
              LEFT JOIN practice ON practice.id = assessment.practice
              LEFT JOIN provider ON provider.id = practice.provider_id
            """;
    private static final String FIND = SELECT + " WHERE assessment.id = :id";
    private static final String LOCK = FIND + " FOR UPDATE OF assessment";
    private static final String ALL = SELECT
            + """
                     ORDER BY stage IN ('published', 'declined'), changed DESC, assessment.id
                     LIMIT :most
                    """;
    private static final String UNDER_WAY =
            """
            SELECT id
              FROM assessment
             WHERE practice = :practice
               AND stage NOT IN ('published', 'declined')
            """;
    private static final String PUBLISHED = SELECT
            + """
             WHERE assessment.practice = :practice
               AND stage = 'published'
             ORDER BY changed DESC
             LIMIT 1
            """;
    private static final String INSERT =
            """
            INSERT INTO assessment (practice, answers)
            VALUES (:practice, CAST(:answers AS jsonb))
                ON CONFLICT (practice) WHERE stage NOT IN ('published', 'declined') DO NOTHING
            RETURNING id
            """;
    private static final String KEEP =
            """
            INSERT INTO assessment_state (assessment, version, answers, account)
            SELECT id, version, answers, :account
              FROM assessment
             WHERE id = :id
            """;

    private final Jdbi jdbi;

    AssessmentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Assessment> find(AssessmentId id) {
        return jdbi.withHandle(db -> find(db, FIND, id));
    }

    /** The same; nobody else changes it before the transaction ends. */
    static Optional<Assessment> lock(Handle transaction, AssessmentId id) {
        return find(transaction, LOCK, id);
    }

    private static Optional<Assessment> find(Handle db, String query, AssessmentId id) {
        return db.createQuery(query)
                .bind("id", id.value())
                .map((row, ctx) -> read(row))
                .findOne();
    }

    /** Those under way first, then by what was last changed. */
    List<Assessment> all(int most) {
        return jdbi.withHandle(db -> db.createQuery(ALL)
                .bind("most", most)
                .map((row, ctx) -> read(row))
                .list());
    }

    /** The one under way; empty: there is none. */
    Optional<AssessmentId> underWay(PracticeId practice) {
        return jdbi.withHandle(db -> underWay(db, practice));
    }

    private static Optional<AssessmentId> underWay(Handle db, PracticeId practice) {
        return db.createQuery(UNDER_WAY)
                .bind("practice", practice.value())
                .mapTo(UUID.class)
                .findOne()
                .map(AssessmentId::new);
    }

    /** By which the practice became the example that it is; empty: not by one of ours. */
    private static Optional<Assessment> published(Handle db, PracticeId practice) {
        return db.createQuery(PUBLISHED)
                .bind("practice", practice.value())
                .map((row, ctx) -> read(row))
                .findOne();
    }

    /**
     * Begins one, with the answers of the last that was published; where one is under way already, that is it.
     *
     * @param doer for the audit log
     * @param reason 1 to 2,000 characters
     */
    AssessmentId propose(PracticeId practice, Doer doer, AccountId by, String reason) {
        return jdbi.inTransaction(db -> {
            Answers known = published(db, practice).map(Assessment::answers).orElse(Answers.NONE);
            Optional<AssessmentId> begun = db.createQuery(INSERT)
                    .bind("practice", practice.value())
                    .bind("answers", known.json())
                    .mapTo(UUID.class)
                    .findOne()
                    .map(AssessmentId::new);
            begun.ifPresent(id -> {
                keep(db, id, by);
                AssessmentStepStore.add(db, id, "propose", by, reason);
                AuditStore.add(db, doer, new Deed("practice.assessment_proposed", practice.value()));
            });
            return begun.or(() -> underWay(db, practice)).orElseThrow();
        });
    }

    /** Keeps what it holds now, as of that hand. */
    static void keep(Handle transaction, AssessmentId id, AccountId by) {
        transaction
                .createUpdate(KEEP)
                .bind("id", id.value())
                .bind("account", by.value())
                .execute();
    }

    private static Assessment read(ResultSet row) throws SQLException {
        @Nullable Array states = row.getArray("states");
        return new Assessment(
                new AssessmentId(row.getObject("id", UUID.class)),
                new Subject(
                        new PracticeId(row.getString("practice")),
                        row.getString("title"),
                        row.getString("provider"),
                        states == null ? List.of() : List.of((String[]) states.getArray()),
                        row.getBoolean("is_public")),
                Stage.of(row.getString("stage")),
                Answers.parse(row.getString("answers")),
                row.getLong("version"),
                Moment.of(row, "changed"));
    }
}
