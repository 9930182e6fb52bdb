package org.praxisdatenbank.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.review.Draft.Origin;
import org.praxisdatenbank.review.Saving.Done;
import org.praxisdatenbank.review.Standing.Viewer;

/**
 * Working copies in the database, and what they held before, with the names that terms have today; safe for use by any
 * thread.
 */
final class DraftStore {
    private static final String SELECT =
            """
            SELECT id, practice, based_on, stage, current_record(record) AS record, author, version, changed
              FROM draft
            """;
    private static final String FIND = SELECT + " WHERE id = :id";
    private static final String LOCK = FIND + " FOR UPDATE";
    private static final String OF_PRACTICE = SELECT + " WHERE practice = :practice";
    private static final String LOCK_OF_PRACTICE = OF_PRACTICE + " FOR UPDATE";
    /** The same as {@link Standing} says, so that a list needs not read all of them. */
    private static final String OF = SELECT
            + """
             WHERE :isEditor
                OR provider = :provider
                OR (:isOffice AND (author = :account
                                   OR coalesce(jsonb_array_length(record -> 'states'), 0) = 0
                                   OR jsonb_exists_any(record -> 'states', :states)))
             ORDER BY changed DESC, id
             LIMIT :most
            """;

    private static final String INSERT =
            """
            INSERT INTO draft (practice, based_on, stage, record, author)
            VALUES (:practice, CAST(:basedOn AS bigint), :stage, CAST(:record AS jsonb), CAST(:account AS uuid))
                ON CONFLICT (practice) DO NOTHING
            RETURNING id
            """;
    private static final String UPDATE =
            """
            UPDATE draft
               SET record = CAST(:record AS jsonb), based_on = CAST(:basedOn AS bigint), version = version + 1,
                   changed = now()
             WHERE id = :id
            """;
    private static final String KEEP =
            """
            INSERT INTO draft_state (draft, version, record, account)
            SELECT id, version, record, CAST(:account AS uuid)
              FROM draft
             WHERE id = :id
            """;
    private static final String STATE =
            """
            SELECT current_record(record)
              FROM draft_state
             WHERE draft = :id
               AND version <= :version
             ORDER BY version DESC
             LIMIT 1
            """;
    private static final String LAST_HAND =
            """
            SELECT account.name
              FROM draft_state
              LEFT JOIN account ON account.id = draft_state.account
             WHERE draft = :id
             ORDER BY version DESC
             LIMIT 1
            """;
    private static final String PUBLISHED_VERSION =
            """
            SELECT version
              FROM practice
             WHERE id = :id
            """;
    private static final int MOST = 500;

    private final Jdbi jdbi;

    DraftStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Draft> find(DraftId id) {
        return jdbi.withHandle(db -> find(db, FIND, id));
    }

    /** The same, kept from everybody else until the transaction ends. */
    static Optional<Draft> lock(Handle transaction, DraftId id) {
        return find(transaction, LOCK, id);
    }

    /** The one working copy of a practice, likewise. */
    static Optional<Draft> lock(Handle transaction, PracticeId practice) {
        return of(transaction, LOCK_OF_PRACTICE, practice);
    }

    private static Optional<Draft> find(Handle db, String sql, DraftId id) {
        return db.createQuery(sql)
                .bind("id", id.value())
                .map((row, ctx) -> draft(row))
                .findOne();
    }

    /** The one working copy of a practice; empty: nobody works on it. */
    Optional<Draft> of(PracticeId practice) {
        return jdbi.withHandle(db -> of(db, OF_PRACTICE, practice));
    }

    private static Optional<Draft> of(Handle db, String sql, PracticeId practice) {
        return db.createQuery(sql)
                .bind("practice", practice.value())
                .map((row, ctx) -> draft(row))
                .findOne();
    }

    /** Whether the published practice has changed since it was made of it. */
    boolean isOvertaken(Draft draft) {
        @Nullable Long basedOn = draft.origin().basedOn();
        @Nullable PracticeId practice = draft.origin().practice();
        return basedOn != null
                && practice != null
                && jdbi.withHandle(db -> db.createQuery(PUBLISHED_VERSION)
                                .bind("id", practice.value())
                                .mapTo(Long.class)
                                .one())
                        != basedOn.longValue();
    }

    /** Those that somebody may see, latest first; at most 500. */
    List<Draft> of(Viewer viewer) {
        return jdbi
                .withHandle(db -> db.createQuery(OF)
                        .bind("isEditor", viewer.role() == Role.EDITOR || viewer.role() == Role.ADMIN)
                        .bind("isOffice", viewer.role() == Role.OFFICE)
                        .bind("provider", viewer.scope().provider())
                        .bind("account", viewer.id().value())
                        .bindArray("states", String.class, viewer.scope().states())
                        .bind("most", MOST)
                        .map((row, ctx) -> draft(row))
                        .list())
                .stream()
                .filter(draft -> draft.steps(viewer).contains(Step.SEE))
                .toList();
    }

    /** Begins with a new practice. */
    DraftId begin(Entered entered, AccountId account) {
        return jdbi.inTransaction(db -> insert(db, new Origin(null, null, account), Stage.DRAFT, entered)
                .orElseThrow());
    }

    /** Begins to change a published one, unless somebody has; that one is given then. */
    DraftId begin(StoredPractice practice, AccountId account) {
        Optional<DraftId> begun = jdbi.inTransaction(db -> insert(
                db,
                new Origin(practice.id(), practice.version(), account),
                Stage.DRAFT,
                Entered.of(practice.practice())));
        return begun.or(() -> of(practice.id()).map(Draft::id)).orElseThrow();
    }

    /** Begins one of a practice that has none; for whoever answers a letter, without an account. */
    static Draft submitted(Handle transaction, StoredPractice practice) {
        Entered entered = Entered.of(practice.practice());
        Origin origin = new Origin(practice.id(), practice.version(), null);
        DraftId id = insert(transaction, origin, Stage.SUBMITTED, entered).orElseThrow();
        return find(transaction, FIND, id).orElseThrow();
    }

    private static Optional<DraftId> insert(Handle db, Origin origin, Stage stage, Entered entered) {
        @Nullable PracticeId practice = origin.practice();
        @Nullable AccountId account = origin.author();
        Optional<DraftId> id = db.createQuery(INSERT)
                .bind("practice", practice == null ? null : practice.value())
                .bind("basedOn", origin.basedOn())
                .bind("stage", stage.id())
                .bind("record", entered.json())
                .bind("account", account == null ? null : account.value())
                .mapTo(UUID.class)
                .findOne()
                .map(DraftId::new);
        id.ifPresent(begun -> {
            keep(db, begun, account);
            StepStore.add(db, begun, practice, new StepStore.Taken("begin", account, null));
        });
        return id;
    }

    /**
     * Changes what is entered. Where somebody else was quicker both changes are put together, unless they disagree.
     *
     * @param seen the version that the change was made from
     * @param change makes of what was there at that version what it should be
     */
    Saving save(DraftId id, long seen, Viewer viewer, UnaryOperator<Entered> change) {
        return jdbi.inTransaction(db -> {
            Optional<Draft> found = lock(db, id);
            if (found.isEmpty() || !found.get().steps(viewer).contains(Step.EDIT)) {
                return new Saving.NotNow();
            }
            Draft draft = found.get();
            Entered base = seen == draft.version() ? draft.entered() : state(db, id, seen);
            Merge<JsonNode> merge = Merge.of(
                    base.pieces(), draft.entered().pieces(), change.apply(base).pieces());
            if (!merge.clashes().isEmpty()) {
                return new Saving.Clash(draft, merge, lastHand(db, id));
            }
            write(db, draft, new Entered(merge.result()), draft.origin().basedOn(), viewer.id());
            return new Done(merge.others());
        });
    }

    /** Puts both together where the published practice has changed since the working copy was made. */
    Saving follow(DraftId id, Following following, Viewer viewer) {
        return jdbi.inTransaction(db -> {
            Optional<Draft> found = lock(db, id);
            if (found.isEmpty()
                    || found.get().version() != following.seen()
                    || !found.get().steps(viewer).contains(Step.EDIT)) {
                return new Saving.NotNow();
            }
            write(db, found.get(), following.result(), following.published(), viewer.id());
            return new Done(List.of());
        });
    }

    /**
     * What a working copy becomes when it takes over a newer published state.
     *
     * @param seen version of the working copy
     * @param published version of the practice
     */
    record Following(long seen, long published, Entered result) {}

    private static void write(Handle db, Draft draft, Entered entered, @Nullable Long basedOn, AccountId account) {
        boolean isSame = entered.equals(draft.entered())
                && Objects.equals(basedOn, draft.origin().basedOn());
        if (isSame) {
            return;
        }
        update(db, draft, entered, basedOn, account);
    }

    private static void update(
            Handle db, Draft draft, Entered entered, @Nullable Long basedOn, @Nullable AccountId account) {
        db.createUpdate(UPDATE)
                .bind("id", draft.id().value())
                .bind("record", entered.json())
                .bind("basedOn", basedOn)
                .execute();
        keep(db, draft.id(), account);
    }

    /** Changes what is entered without an account; a new version even if nothing differs, as there is something to read. */
    static void rewrite(Handle transaction, Draft draft, Entered entered) {
        update(transaction, draft, entered, draft.origin().basedOn(), null);
    }

    private static void keep(Handle db, DraftId id, @Nullable AccountId account) {
        db.createUpdate(KEEP)
                .bind("id", id.value())
                .bind("account", account == null ? null : account.value())
                .execute();
    }

    /** What it held at that version; nothing, where there never was such a version. */
    private static Entered state(Handle db, DraftId id, long version) {
        return db.createQuery(STATE)
                .bind("id", id.value())
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(Entered::parse)
                .orElse(Entered.NOTHING);
    }

    private static @Nullable String lastHand(Handle db, DraftId id) {
        return db.createQuery(LAST_HAND)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        @Nullable String practice = row.getString("practice");
        @Nullable UUID author = row.getObject("author", UUID.class);
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                new Origin(
                        practice == null ? null : new PracticeId(practice),
                        row.getObject("based_on", Long.class),
                        author == null ? null : new AccountId(author)),
                Stage.of(row.getString("stage")),
                Entered.parse(row.getString("record")),
                row.getLong("version"),
                Moment.of(row, "changed"));
    }
}
