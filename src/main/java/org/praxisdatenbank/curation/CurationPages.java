package org.praxisdatenbank.curation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.curation.AffectedStore.Affected;
import org.praxisdatenbank.curation.EditStore.Hand;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.review.Awaited;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.SentForm;
import org.praxisdatenbank.web.Texts;

/** What the pages of this package share: each edit is shown first and done when it is confirmed. For any thread. */
public final class CurationPages {
    /** Field of a form that has been shown what it would change. */
    private static final String CONFIRMED = "bestaetigt";

    private static final int FIRST = 10;

    private final WorkPages work;
    private final PageKit pages;
    private final Vocabularies lists;
    private final EditStore edits;
    private final AssignStore assignments;
    private final AffectedStore affected;
    private final Awaited awaited;
    private final Clock clock;

    /** @param clock tells which day is today */
    public CurationPages(
            WorkPages work, PageKit pages, Database database, Vocabularies lists, Awaited awaited, Clock clock) {
        this.work = work;
        this.pages = pages;
        this.lists = lists;
        this.edits = new EditStore(database.jdbi());
        this.assignments = new AssignStore(database.jdbi());
        this.affected = new AffectedStore(database.jdbi());
        this.awaited = awaited;
        this.clock = clock;
    }

    Vocabularies lists() {
        return lists;
    }

    AffectedStore affected() {
        return affected;
    }

    String version(Vocabulary list) {
        return String.valueOf(edits.version(list));
    }

    static String nameKey(Vocabulary list) {
        return list == Vocabulary.ORIGIN ? "lists.origin" : "facet." + list.id();
    }

    /** The list that the address names; raises {@link Problem.NotFound} for one that cannot be edited. */
    Vocabulary list(Context request) {
        lists.refresh(); // nobody edits what another server has changed
        String id = request.pathParam("list");
        return Vocabulary.of(id)
                .filter(Vocabulary.EDITABLE::contains)
                .orElseThrow(() -> new Problem.NotFound("list", id).raise());
    }

    /** The term that the address names, by any of its names. */
    Term term(Context request) {
        String id = request.pathParam("term");
        return lists.named(list(request), id).orElseThrow(() -> new Problem.NotFound("term", id).raise());
    }

    EditForm form(Context request) {
        return new EditForm(SentForm.fields(request), list(request), lists);
    }

    List<Fault> faults(Context request, EditForm form) {
        Texts texts = pages.texts(request);
        return form.wrong().stream()
                .map(wrong -> new Fault(wrong.field(), texts.get(wrong.textKey())))
                .toList();
    }

    /**
     * Does what was confirmed, or shows what it would change.
     *
     * @param back the page that the form stands on
     */
    void proceed(Context request, SignedIn who, Edit edit, String back) {
        if (WorkPages.typed(request, CONFIRMED).isEmpty()) {
            preview(request, who, edit, back);
            return;
        }
        Outcome outcome = edits.apply(edit, hand(request, who));
        lists.refresh();
        answer(
                request,
                who,
                outcome,
                switch (edit) {
                    case Edit.Split split -> SplitPages.path(split.term(), split.part());
                    case Edit.Merge merge -> TermPages.path(merge.into());
                    case Edit.Rename rename -> TermPages.path(new TermId(rename.list(), rename.id()));
                    default -> TermPages.path(edit.term());
                },
                back);
    }

    /** Lets single practices carry another term. */
    void assign(Context request, SignedIn who, AssignStore.Assignment assignment, String next, String back) {
        answer(request, who, assignments.apply(assignment, hand(request, who)), next, back);
    }

    private Hand hand(Context request, SignedIn who) {
        return new Hand(
                SentForm.version(request),
                Authorship.of(who.account().id().value(), null),
                WorkPages.doer(request, who),
                LocalDate.now(clock));
    }

    private void answer(Context request, SignedIn who, Outcome outcome, String next, String back) {
        switch (outcome) {
            case Outcome.Done done ->
                work.back(
                        request,
                        next,
                        done.transaction().isPresent()
                                ? awaited.told("list", done.transaction().getAsLong())
                                : "list_now");
            case Outcome.Overtaken overtaken -> {
                request.status(HttpStatus.CONFLICT);
                work.show(
                        request,
                        "curation/overtaken",
                        new OvertakenPage(work.frameAt(back, request, who, "lists.overtaken"), back));
            }
        }
    }

    /** @param path where the list stands as it is now */
    public record OvertakenPage(WorkFrame work, String path) {}

    private void preview(Context request, SignedIn who, Edit edit, String back) {
        WorkFrame frame = work.frameAt(back, request, who, "lists.preview");
        boolean isNew = edit instanceof Edit.Add;
        Affected carriers = isNew ? Affected.NOTHING : affected.of(edit.term());
        Preview.Words words = new Preview.Words(frame, lists);
        work.show(
                request,
                "curation/preview",
                new Preview(
                        frame,
                        back,
                        PageKit.germanPath(request),
                        fields(request),
                        words.what(edit),
                        words.notes(edit, carriers),
                        carriers,
                        isNew ? List.of() : affected.listed(edit.term(), edit.term(), "", FIRST),
                        isNew
                                ? ""
                                : "/suche?" + edit.list().id() + "="
                                        + edit.term().value(),
                        Preview.addresses(edit, lists)));
    }

    /** As they were sent, but for the token of the form, which is told anew. */
    private static Map<String, String> fields(Context request) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> names = List.of(EditForm.ID, EditForm.GERMAN, EditForm.ENGLISH);
        Stream.of(
                        names.stream(),
                        names.stream().map(name -> EditForm.PART + name),
                        Stream.of(EditForm.AFTER, EditForm.INTO, SentForm.VERSION))
                .flatMap(some -> some)
                .forEach(name -> SentForm.fields(request).last(name).ifPresent(value -> fields.put(name, value)));
        fields.put(CONFIRMED, "ja");
        return fields;
    }
}
