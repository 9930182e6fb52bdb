package org.praxisdatenbank.curation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.curation.AffectedStore.Affected;
import org.praxisdatenbank.curation.AssignStore.Assignment;
import org.praxisdatenbank.curation.EditStore.Hand;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Texts;

/**
 * What admins see of the lists and do to them, in a browser, by a program or at the command line: each edit is read, shown
 * and done here. Safe for use by any thread.
 */
public final class ListDesk {
    /** How many of the practices that carry a term a preview names. */
    private static final int FIRST = 10;

    private final Vocabularies lists;
    private final EditStore edits;
    private final AssignStore assignments;
    private final AffectedStore affected;
    private final Clock clock;

    /** @param clock tells which day is today */
    public ListDesk(Database database, Vocabularies lists, Clock clock) {
        this.lists = lists;
        this.edits = new EditStore(database.jdbi());
        this.assignments = new AssignStore(database.jdbi());
        this.affected = new AffectedStore(database.jdbi());
        this.clock = clock;
    }

    Vocabularies lists() {
        return lists;
    }

    public AffectedStore affected() {
        return affected;
    }

    /** A list that can be edited, as it is now; empty: there is none of that id. */
    public Optional<Vocabulary> list(String id) {
        lists.refresh(); // nobody edits what another server has changed
        return Vocabulary.of(id).filter(Vocabulary.EDITABLE::contains);
    }

    /** By which an edit knows whether it is still about the same state of the list. */
    public long version(Vocabulary list) {
        return edits.version(list);
    }

    /** Id of the term behind which a term stands; empty: it is the first. */
    static String before(Vocabularies lists, Term term) {
        List<Term> terms = lists.terms(term.id().vocabulary());
        int place = terms.indexOf(term);
        return place <= 0 ? "" : terms.get(place - 1).id().value();
    }

    /** A new term. */
    public Reading add(Vocabulary list, Entered entered) {
        return new EditReader(lists, list, entered).add();
    }

    /** @param kind not {@link EditKind#ADD} */
    public Reading change(EditKind kind, Term term, Entered entered) {
        return new EditReader(lists, term.id().vocabulary(), entered).of(kind, term);
    }

    /** What it would change, in the language of the texts. */
    public Preview preview(Edit edit, Texts texts) {
        long version = version(edit.list());
        boolean isSeen = edit.concernsCarriers();
        Affected carriers = isSeen ? affected.of(edit.term()) : Affected.NOTHING;
        Preview.Words words = new Preview.Words(texts, lists);
        return new Preview(
                version,
                words.what(edit),
                words.notes(edit, carriers),
                carriers,
                isSeen ? affected.listed(edit.term(), edit.term(), "", FIRST) : List.of(),
                Preview.addresses(edit, lists));
    }

    /**
     * Does all of it, or nothing where the list is not what it was.
     *
     * @param seen version of the list that whoever does it has looked at
     */
    public Outcome apply(Edit edit, long seen, Doer doer) {
        Outcome outcome = edits.apply(edit, hand(seen, doer));
        lists.refresh();
        return outcome;
    }

    /** Lets single practices carry another term. */
    Outcome assign(Assignment assignment, long seen, Doer doer) {
        return assignments.apply(assignment, hand(seen, doer));
    }

    private Hand hand(long seen, Doer doer) {
        return new Hand(
                seen,
                Optional.ofNullable(doer.account())
                        .map(AccountId::value)
                        .map(account -> Authorship.of(account, null))
                        .orElse(Authorship.COMMAND),
                doer,
                LocalDate.now(clock));
    }
}
