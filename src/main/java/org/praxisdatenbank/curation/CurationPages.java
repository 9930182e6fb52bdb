package org.praxisdatenbank.curation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.curation.Entered.Part;
import org.praxisdatenbank.curation.Reading.Wrong;
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
    /** Field of a form that has been shown what it would change, or needs not. */
    private static final String CONFIRMED = "bestaetigt";

    /** Before the names of fields for the term that another one is split into: both stand on one page. */
    static final String NEW = "teil-";

    private final WorkPages work;
    private final PageKit pages;
    private final ListDesk desk;
    private final Awaited awaited;

    public CurationPages(WorkPages work, PageKit pages, ListDesk desk, Awaited awaited) {
        this.work = work;
        this.pages = pages;
        this.desk = desk;
        this.awaited = awaited;
    }

    ListDesk desk() {
        return desk;
    }

    Vocabularies lists() {
        return desk.lists();
    }

    String version(Vocabulary list) {
        return String.valueOf(desk.version(list));
    }

    static String nameKey(Vocabulary list) {
        return list == Vocabulary.ORIGIN ? "lists.origin" : "facet." + list.id();
    }

    /** Name of the field of a form. */
    private static String field(Part part) {
        return switch (part) {
            case ID -> "kennung";
            case GERMAN -> "deutsch";
            case ENGLISH -> "englisch";
            case AFTER -> "nach";
            case INTO -> "ziel";
            case STATE -> "zustand";
        };
    }

    /** The list that the address names; raises {@link Problem.NotFound} for one that cannot be edited. */
    Vocabulary list(Context request) {
        String id = request.pathParam("list");
        return desk.list(id).orElseThrow(() -> new Problem.NotFound("list", id).raise());
    }

    /** The term that the address names, by any of its names. */
    Term term(Context request) {
        String id = request.pathParam("term");
        return lists().named(list(request), id).orElseThrow(() -> new Problem.NotFound("term", id).raise());
    }

    /** @param prefix before the names of fields */
    static Entered entered(Context request, String prefix) {
        Map<Part, String> texts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            SentForm.fields(request).last(prefix + field(part)).ifPresent(text -> texts.put(part, text));
        }
        return new Entered(texts);
    }

    List<Fault> faults(Context request, List<Wrong> wrong, String prefix) {
        Texts texts = pages.texts(request);
        return wrong.stream()
                .map(each -> new Fault(prefix + field(each.part()), texts.get(each.textKey())))
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
        boolean isUp = edit instanceof Edit.Move move && isUp(move);
        Outcome outcome = desk.apply(edit, SentForm.version(request), WorkPages.doer(request, who));
        String next =
                switch (edit) {
                    case Edit.Split split -> SplitPages.path(split.term(), split.part());
                    case Edit.Merge merge -> TermPages.path(merge.into());
                    case Edit.Rename rename -> TermPages.path(new TermId(rename.list(), rename.id()));
                    case Edit.Move move -> ListsPages.placeOf(lists(), move.term(), isUp);
                    default -> TermPages.path(edit.term());
                };
        answer(request, who, outcome, next, back);
    }

    private boolean isUp(Edit.Move move) {
        List<String> ids = lists().terms(move.list()).stream()
                .map(term -> term.id().value())
                .toList();
        return ids.indexOf(move.after()) < ids.indexOf(move.term().value());
    }

    /** Lets single practices carry another term. */
    void assign(Context request, SignedIn who, AssignStore.Assignment assignment, String next, String back) {
        Outcome outcome = desk.assign(assignment, SentForm.version(request), WorkPages.doer(request, who));
        answer(request, who, outcome, next, back);
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
        work.show(
                request,
                "curation/preview",
                new PreviewPage(
                        work.frameAt(back, request, who, "lists.preview"),
                        back,
                        PageKit.germanPath(request),
                        fields(request),
                        desk.preview(edit, pages.texts(request)),
                        edit.concernsCarriers()
                                ? "/suche?" + edit.list().id() + "="
                                        + edit.term().value()
                                : ""));
    }

    /** As they were sent, but for the token of the form, which is told anew. */
    private static Map<String, String> fields(Context request) {
        Map<String, String> fields = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(Part.values()).map(CurationPages::field).flatMap(name -> Stream.of(name, NEW + name)),
                        Stream.of(SentForm.VERSION))
                .forEach(name -> SentForm.fields(request).last(name).ifPresent(value -> fields.put(name, value)));
        fields.put(CONFIRMED, "ja");
        return fields;
    }
}
