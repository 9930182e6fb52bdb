package org.praxisdatenbank.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.transfer.RecordCheck;

/**
 * Moves working copies along their path, each step in one transaction with all that it leaves behind: the step itself, the
 * audit log and, where it is public then, the practice with its revision. Safe for use by any thread.
 */
final class PathStore {
    private static final String MOVE =
            """
            UPDATE draft
               SET stage = :stage, practice = :practice, version = version + 1, changed = now()
             WHERE id = :id
            """;
    private static final String DELETE = """
            DELETE FROM draft
             WHERE id = :id
            """;
    private static final String PRESENT =
            """
            SELECT version
              FROM practice
             WHERE id = :id
               FOR UPDATE
            """;
    /** Two who choose at once must not choose the same. */
    private static final String ONE_CHOOSES = "SELECT pg_advisory_xact_lock(hashtext('draft.practice'))";

    private static final String IS_TAKEN =
            """
            SELECT EXISTS (SELECT FROM practice WHERE id = :id)
                OR EXISTS (SELECT FROM draft WHERE practice = :id AND id <> :draft)
            """;

    private final Jdbi jdbi;
    private final RecordCheck check;
    private final Clock clock;

    PathStore(Jdbi jdbi, RecordCheck check, Clock clock) {
        this.jdbi = jdbi;
        this.check = check;
        this.clock = clock;
    }

    /**
     * A step that somebody wants to take.
     *
     * @param seen version of the working copy that they looked at
     * @param note reasons, or what was changed and why; null: nothing was said
     */
    record Move(Step step, long seen, Viewer viewer, Doer doer, @Nullable String note) {}

    Outcome take(DraftId id, Move move) {
        return jdbi.inTransaction(db -> {
            Optional<Draft> found = DraftStore.lock(db, id);
            if (found.isEmpty() || !found.get().steps(move.viewer()).contains(move.step())) {
                return new Outcome.NotNow();
            }
            return found.get().version() == move.seen() ? take(db, found.get(), move) : new Outcome.ChangedSince();
        });
    }

    private Outcome take(Handle db, Draft draft, Move move) {
        return switch (move.step()) {
            case SUBMIT -> submit(db, draft, move);
            case RECALL -> to(db, draft, Stage.DRAFT, draft.origin().practice(), move);
            case TAKE -> to(db, draft, Stage.IN_REVIEW, draft.origin().practice(), move);
            case RETURN -> to(db, draft, Stage.RETURNED, draft.origin().practice(), move);
            case DISCARD -> discard(db, draft, move);
            case PUBLISH -> publish(db, draft, move);
            case SEE, EDIT, WITHDRAW, RESTORE ->
                throw new IllegalArgumentException(move.step() + " is no step of a working copy");
        };
    }

    private Outcome submit(Handle db, Draft draft, Move move) {
        return check.check(draft.entered().json(draft.recordId())).practice().isEmpty()
                ? new Outcome.Incomplete()
                : to(db, draft, Stage.SUBMITTED, id(db, draft), move);
    }

    private static Outcome to(Handle db, Draft draft, Stage stage, @Nullable PracticeId practice, Move move) {
        db.createUpdate(MOVE)
                .bind("id", draft.id().value())
                .bind("stage", stage.id())
                .bind("practice", practice == null ? null : practice.value())
                .execute();
        note(db, draft, practice, move);
        return new Outcome.Moved();
    }

    private static Outcome discard(Handle db, Draft draft, Move move) {
        db.createUpdate(DELETE).bind("id", draft.id().value()).execute();
        note(db, draft, draft.origin().practice(), move);
        return new Outcome.Moved();
    }

    private Outcome publish(Handle db, Draft draft, Move move) {
        PracticeId id = id(db, draft);
        // who publishes says that it is right
        Entered right = draft.entered().with("confirmed", LocalDate.now(clock).toString());
        Optional<Practice> practice = check.check(right.json(id.value())).practice();
        if (practice.isEmpty()) {
            return new Outcome.Incomplete();
        }
        OptionalLong present = present(db, id);
        @Nullable Long basedOn = draft.origin().basedOn();
        if (present.isPresent() && (basedOn == null || basedOn != present.getAsLong())) {
            return new Outcome.Overtaken();
        }
        PracticeStore.save(
                db, List.of(practice.get()), Authorship.of(move.viewer().id().value(), move.note()));
        db.createUpdate(DELETE).bind("id", draft.id().value()).execute();
        note(db, draft, id, move);
        return new Outcome.Public(id, PracticeStore.transaction(db).orElseThrow());
    }

    private static OptionalLong present(Handle db, PracticeId id) {
        return db.createQuery(PRESENT)
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Its own, or one made of the title that nothing else has. */
    private static PracticeId id(Handle db, Draft draft) {
        @Nullable PracticeId own = draft.origin().practice();
        if (own != null && draft.isRevision()) {
            return own;
        }
        db.createQuery(ONE_CHOOSES).mapToMap().list();
        if (own != null && !isTaken(db, own, draft)) {
            return own;
        }
        return Slug.candidates(draft.title())
                .filter(id -> !isTaken(db, id, draft))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTaken(Handle db, PracticeId id, Draft draft) {
        return db.createQuery(IS_TAKEN)
                .bind("id", id.value())
                .bind("draft", draft.id().value())
                .mapTo(Boolean.class)
                .one();
    }

    private static void note(Handle db, Draft draft, @Nullable PracticeId practice, Move move) {
        StepStore.add(
                db,
                draft.id(),
                practice,
                new StepStore.Taken(move.step().id(), move.viewer().id(), move.note()));
        AuditStore.add(db, move.doer(), new Deed(done(move.step()), practice == null ? draft.id() : practice.value()));
    }

    private static String done(Step step) {
        return switch (step) {
            case SUBMIT -> "practice.submitted";
            case RECALL -> "practice.recalled";
            case TAKE -> "practice.taken";
            case RETURN -> "practice.returned";
            case DISCARD -> "practice.discarded";
            case PUBLISH -> "practice.published";
            case WITHDRAW -> "practice.withdrawn";
            case RESTORE -> "practice.restored";
            case SEE, EDIT -> throw new IllegalArgumentException(step + " leaves nothing behind");
        };
    }
}
