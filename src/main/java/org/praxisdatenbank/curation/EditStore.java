package org.praxisdatenbank.curation;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeTermStore;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Edits lists, each edit in one transaction with all that follows from it: what practices carry, their revisions, the rows
 * of the change log, the audit log. Safe for use by any thread; edits of one list come one after the other.
 */
final class EditStore {
    private static final String STATE =
            """
            SELECT number
              FROM vocabulary_state
             WHERE vocabulary = :list
            """;
    private static final String LOCK_STATE = STATE + " FOR UPDATE";
    private final Jdbi jdbi;

    EditStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By which a form knows whether it is still about the same state of the list. */
    long version(Vocabulary list) {
        return jdbi.withHandle(db -> db.createQuery(STATE)
                .bind("list", list.id())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /**
     * Who edits, having seen what.
     *
     * @param seen version of the list that the form was made from
     * @param by goes into the revisions of practices that change
     * @param today from which a term may be retired
     */
    record Hand(long seen, Authorship by, Doer doer, LocalDate today) {}

    /** Does all of it, or nothing where the list is not what it was. */
    Outcome apply(Edit edit, Hand hand) {
        return jdbi.inTransaction(db -> {
            if (!isAsSeen(db, edit.list(), hand.seen())) {
                return new Outcome.Overtaken();
            }
            switch (edit) {
                case Edit.Add add -> TermRowStore.add(db, add.term(), add.label(), add.after());
                case Edit.Rename rename -> rename(db, rename, hand.by());
                case Edit.Merge merge -> merge(db, merge, hand.by());
                case Edit.Split split ->
                    TermRowStore.add(
                            db, split.part(), split.label(), split.term().value());
                case Edit.Move move -> TermRowStore.move(db, move.term(), move.after());
                case Edit.Retire retire -> TermRowStore.retire(db, retire.term(), hand.today());
                case Edit.Reinstate reinstate -> TermRowStore.reinstate(db, reinstate.term());
            }
            AuditStore.add(db, hand.doer(), deed(edit));
            return new Outcome.Done(PracticeStore.transaction(db));
        });
    }

    /** Keeps others from editing the list until the transaction ends. */
    static boolean isAsSeen(Handle transaction, Vocabulary list, long seen) {
        return transaction
                .createQuery(LOCK_STATE)
                .bind("list", list.id())
                .mapTo(Long.class)
                .findOne()
                .filter(number -> number == seen)
                .isPresent();
    }

    private static Deed deed(Edit edit) {
        String term = edit.term().toString();
        return switch (edit) {
            case Edit.Add add -> new Deed("vocabulary.added", term);
            case Edit.Rename rename ->
                new Deed(
                        "vocabulary.renamed",
                        term,
                        rename.isOtherId() ? rename.id() : rename.label().german());
            case Edit.Merge merge ->
                new Deed("vocabulary.merged", term, merge.into().value());
            case Edit.Split split ->
                new Deed("vocabulary.split", term, split.part().value());
            case Edit.Move move ->
                new Deed("vocabulary.moved", term, move.after().isEmpty() ? null : move.after());
            case Edit.Retire retire -> new Deed("vocabulary.retired", term);
            case Edit.Reinstate reinstate -> new Deed("vocabulary.reinstated", term);
        };
    }

    private static void rename(Handle db, Edit.Rename rename, Authorship by) {
        TermId term = rename.term();
        boolean isOtherLabel = !TermRowStore.hasLabel(db, term, rename.label());
        if (isOtherLabel || rename.isOtherId()) {
            TermRowStore.keepLabels(db, term);
        }
        if (isOtherLabel) {
            TermRowStore.setLabel(db, term, rename.label());
        }
        if (rename.isOtherId()) {
            TermId current = new TermId(term.vocabulary(), rename.id());
            TermRowStore.copy(db, term, current);
            replace(db, term, current, by);
        }
    }

    private static void merge(Handle db, Edit.Merge merge, Authorship by) {
        TermRowStore.keepLabels(db, merge.term());
        TermRowStore.removeLabels(db, merge.term());
        replace(db, merge.term(), merge.into(), by);
    }

    /** Lets the other one take the place of a term, whose labels are gone already. */
    private static void replace(Handle db, TermId term, TermId current, Authorship by) {
        PracticeTermStore.replace(db, term, current, by.noting(term + " → " + current.value()));
        TermRowStore.becomeAlias(db, term, current);
    }
}
