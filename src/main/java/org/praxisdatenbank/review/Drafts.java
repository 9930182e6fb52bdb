package org.praxisdatenbank.review;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.transfer.RecordCheck;
import org.praxisdatenbank.transfer.RecordCheck.Checked;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Working copies as people meet them: only those that they may see. Safe for use by any thread. */
public final class Drafts {
    private final DraftStore store;
    private final StepStore steps;
    private final NearStore near;
    private final PathStore path;
    private final RecordCheck check;
    private final Vocabularies lists;

    /** @param clock tells the day on which something is published */
    public Drafts(Database database, Vocabularies lists, Clock clock) {
        this.store = new DraftStore(database.jdbi());
        this.steps = new StepStore(database.jdbi());
        this.near = new NearStore(database.jdbi());
        this.check = new RecordCheck(lists);
        this.path = new PathStore(database.jdbi(), check, clock);
        this.lists = lists;
    }

    /** Who somebody is, as far as practices go. */
    public static Viewer viewer(SignedIn who) {
        return viewer(who.account());
    }

    private static Viewer viewer(Account who) {
        return new Viewer(who.id(), who.role(), who.scope());
    }

    /** Raises {@link Problem.NotFound} where there is none that they may see. */
    Draft get(String id, SignedIn who) {
        return DraftId.parse(id)
                .flatMap(store::find)
                .filter(draft -> draft.steps(viewer(who)).contains(Step.SEE))
                .orElseThrow(() -> new Problem.NotFound("draft", id).raise());
    }

    /** Whether a practice can have ended on that day, in the record format. */
    public boolean canEnd(Practice practice, String day) {
        Entered ended = Entered.of(practice).with(Field.END.id(), day);
        return !day.equals("open")
                && check.check(ended.json(practice.id().value())).practice().isPresent();
    }

    /** What was typed as a day, a month or a year in the record format, if it is one. */
    public static String date(String typed) {
        return RecordCheck.date(typed);
    }

    Checked check(Draft draft) {
        return check.check(draft.entered().json(draft.recordId()));
    }

    /** What is missing, in the order of the form. */
    List<Gap> gaps(Draft draft) {
        return Gap.of(draft.entered(), check(draft));
    }

    DraftStore store() {
        return store;
    }

    StepStore steps() {
        return steps;
    }

    NearStore near() {
        return near;
    }

    PathStore path() {
        return path;
    }

    public Vocabularies lists() {
        return lists;
    }

    /** How many working copies wait for somebody's next step. */
    public int waiting(Account who) {
        Viewer viewer = viewer(who);
        return (int) store.of(viewer).stream()
                .filter(draft -> waitsFor(draft, viewer))
                .count();
    }

    /** Whether the next step is theirs: to write on, to review. */
    static boolean waitsFor(Draft draft, Viewer viewer) {
        Set<Step> steps = draft.steps(viewer);
        return switch (draft.stage()) {
            case SUBMITTED, IN_REVIEW -> steps.contains(Step.PUBLISH);
            case RETURNED, DRAFT ->
                steps.contains(Step.SUBMIT)
                        && (viewer.role() == Role.PROVIDER
                                || viewer.id().equals(draft.origin().author()));
            case PUBLISHED, WITHDRAWN -> false;
        };
    }
}
