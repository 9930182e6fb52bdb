package org.praxisdatenbank.goodpractice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.goodpractice.Outcome.Refused;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.review.Merge;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Takes answers, and moves assessments along their path, each in one transaction with all that it leaves behind: the step,
 * the audit log and, in the end, the practice with its revision. Safe for use by any thread.
 */
final class AssessmentPathStore {
    private static final String UPDATE =
            """
            UPDATE assessment
               SET answers = CAST(:answers AS jsonb), version = version + 1, changed = now()
             WHERE id = :id
            """;
    private static final String MOVE =
            """
            UPDATE assessment
               SET stage = :stage, year = :year, version = version + 1, changed = now()
             WHERE id = :id
            """;
    private static final String STATE =
            """
            SELECT answers
              FROM assessment_state
             WHERE assessment = :id
               AND version <= :version
             ORDER BY version DESC
             LIMIT 1
            """;
    /** The first is what it began with. */
    private static final String HAS_WRITTEN =
            """
            SELECT EXISTS (SELECT FROM assessment_state WHERE assessment = :id AND version > 1 AND account = :account)
            """;

    private final Jdbi jdbi;
    private final Vocabularies lists;

    AssessmentPathStore(Jdbi jdbi, Vocabularies lists) {
        this.jdbi = jdbi;
        this.lists = lists;
    }

    /**
     * Keeps the answers of a part; those that somebody else has changed meanwhile stay as they are now.
     *
     * @param seen version that the answers were made from
     * @param given by question
     */
    Saving save(AssessmentId id, Part part, long seen, Viewer viewer, UnaryOperator<String> given) {
        return jdbi.inTransaction(db -> {
            Optional<Assessment> found = AssessmentStore.lock(db, id);
            if (found.isEmpty() || !found.get().isOpen(part, found.get().steps(viewer))) {
                return new Saving.NotNow();
            }
            Assessment now = found.get();
            List<String> questions = part.questions(lists);
            Answers ours = now.answers().with(questions, given);
            Merge<String> merged =
                    Merge.of(at(db, id, seen).texts(), now.answers().texts(), ours.texts());
            if (!merged.clashes().isEmpty()) {
                return new Saving.Clash(now, merged.clashes());
            }
            Answers result = new Answers(merged.result());
            if (!result.equals(now.answers())) {
                db.createUpdate(UPDATE)
                        .bind("id", id.value())
                        .bind("answers", result.json())
                        .execute();
                AssessmentStore.keep(db, id, viewer.id());
            }
            return new Saving.Done();
        });
    }

    private static Answers at(Handle db, AssessmentId id, long version) {
        return db.createQuery(STATE)
                .bind("id", id.value())
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(Answers::parse)
                .orElse(Answers.NONE);
    }

    /**
     * A step that somebody wants to take.
     *
     * @param seen version that they looked at
     * @param note reasons; null: nothing was said
     * @param year this one
     */
    record Move(Step step, long seen, Viewer viewer, Doer doer, @Nullable String note, int year) {}

    Outcome take(AssessmentId id, Move move) {
        return jdbi.inTransaction(db -> {
            Optional<Assessment> found = AssessmentStore.lock(db, id);
            if (found.isEmpty() || !found.get().steps(move.viewer()).contains(move.step())) {
                return Refused.NOT_NOW;
            }
            return found.get().version() == move.seen() ? take(db, found.get(), move) : Refused.CHANGED;
        });
    }

    private Outcome take(Handle db, Assessment assessment, Move move) {
        Stage stage = assessment.stage();
        return switch (move.step()) {
            case ADVANCE -> isComplete(assessment, stage) ? to(db, assessment, stage.next(), move) : Refused.INCOMPLETE;
            case BACK -> to(db, assessment, stage.before(), move);
            case DECLINE -> to(db, assessment, Stage.DECLINED, move);
            case PUBLISH -> publish(db, assessment, move);
            case SEE, SEE_ALL, FILL, EDIT -> throw new IllegalArgumentException(move.step() + " moves nothing");
        };
    }

    /** All that has been asked up to there: later answers may have made earlier ones wrong. */
    private boolean isComplete(Assessment assessment, Stage stage) {
        return Arrays.stream(Part.values())
                .filter(part -> part.stage().compareTo(stage) <= 0)
                .allMatch(part -> Gap.of(part, assessment.answers(), lists).isEmpty());
    }

    private static Outcome to(Handle db, Assessment assessment, Stage stage, Move move) {
        db.createUpdate(MOVE)
                .bind("id", assessment.id().value())
                .bind("stage", stage.id())
                .bind("year", stage == Stage.PUBLISHED ? move.year() : null)
                .execute();
        AssessmentStepStore.add(
                db, assessment.id(), move.step().id(), move.viewer().id(), move.note());
        AuditStore.add(
                db,
                move.doer(),
                new Deed(deed(move.step()), assessment.subject().id().value()));
        return new Outcome.Moved();
    }

    private static String deed(Step step) {
        return switch (step) {
            case ADVANCE -> "practice.assessment_advanced";
            case BACK -> "practice.assessment_returned";
            case DECLINE -> "practice.assessment_declined";
            case PUBLISH -> "practice.assessment_published";
            case SEE, SEE_ALL, FILL, EDIT -> throw new IllegalArgumentException(step + " leaves nothing behind");
        };
    }

    private Outcome publish(Handle db, Assessment assessment, Move move) {
        if (hasWritten(db, assessment, move)) {
            return Refused.OWN_WORK;
        }
        if (!assessment.subject().isPublic()) {
            return Refused.NOT_PUBLIC;
        }
        if (!isComplete(assessment, Stage.DESCRIPTION)) {
            return Refused.INCOMPLETE;
        }
        Practice practice = PracticeStore.get(db, assessment.subject().id()).practice();
        PracticeStore.save(
                db,
                List.of(asExample(practice, assessment.answers(), move.year())),
                Authorship.of(move.viewer().id().value(), move.note()));
        to(db, assessment, Stage.PUBLISHED, move);
        return new Outcome.Public(PracticeStore.transaction(db).orElseThrow());
    }

    private static boolean hasWritten(Handle db, Assessment assessment, Move move) {
        return db.createQuery(HAS_WRITTEN)
                .bind("id", assessment.id().value())
                .bind("account", move.viewer().id().value())
                .mapTo(Boolean.class)
                .one();
    }

    /** With the criteria as they were assessed, all twelve, and the description. */
    private Practice asExample(Practice practice, Answers answers, int year) {
        Classification old = practice.classification();
        List<Fulfilment> criteria = answers.fulfilled(lists).stream()
                .map(id -> new Fulfilment(
                        new TermId(Vocabulary.CRITERION, id), answers.level(id), answers.text(Part.REASON + id)))
                .toList();
        return new Practice(
                practice.id(),
                practice.wording(),
                practice.carrier(),
                new Classification(
                        old.type(), old.terms(), criteria, new GoodPractice(true, year, answers.description(lists))),
                practice.period(),
                practice.provenance());
    }
}
