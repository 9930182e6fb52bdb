package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.REVIEWERS;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeBody;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/** A working copy: what is missing, what the public would see, and its steps along the path. */
public final class DraftPages implements Routes {
    private static final String DRAFT = DraftsPages.PATH + "/{draft}";
    private static final String PREVIEW = "/vorschau";
    private static final String STEPS = "schritte";

    private final WorkPages work;
    private final Drafts drafts;
    private final Awaited awaited;
    private final Clock clock;

    public DraftPages(WorkPages work, Drafts drafts, Awaited awaited, Clock clock) {
        this.work = work;
        this.drafts = drafts;
        this.awaited = awaited;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, DRAFT, ALL, this::show);
        work.get(server, DRAFT + PREVIEW, ALL, this::preview);
        work.post(server, DRAFT + "/einreichen", ALL, (request, who) -> take(request, who, Step.SUBMIT));
        work.post(server, DRAFT + "/zurueckholen", ALL, (request, who) -> take(request, who, Step.RECALL));
        work.post(server, DRAFT + "/verwerfen", ALL, (request, who) -> take(request, who, Step.DISCARD));
        work.post(server, DRAFT + "/uebernehmen", REVIEWERS, (request, who) -> take(request, who, Step.TAKE));
        work.post(server, DRAFT + "/zurueckgeben", REVIEWERS, (request, who) -> take(request, who, Step.RETURN));
        work.post(server, DRAFT + "/veroeffentlichen", REVIEWERS, (request, who) -> take(request, who, Step.PUBLISH));
    }

    static String path(DraftId id) {
        return DraftsPages.PATH + "/" + id;
    }

    private void show(Context request, SignedIn who) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        boolean isTooLate = request.queryParam("nicht") != null;
        show(request, who, draft, STEPS, isTooLate ? "review.fault.not_now" : null);
    }

    /** @param fault key of what is wrong with the field; null: nothing */
    private void show(Context request, SignedIn who, Draft draft, String field, @Nullable String fault) {
        WorkFrame frame = frame(path(draft.id()), request, who, draft);
        List<Fault> told = fault == null ? List.of() : List.of(new Fault(field, frame.text(fault)));
        DraftPage page = new DraftPageParts(frame, draft, drafts, Drafts.viewer(who))
                .page(drafts.store().isOvertaken(draft), typed(request, Note.FIELD), told);
        work.show(request, "review/draft", page, told);
    }

    private WorkFrame frame(String path, Context request, SignedIn who, Draft draft) {
        return draft.title().isEmpty()
                ? work.frameAt(path, request, who, "review.untitled")
                : work.frameAt(path, request, who, "review.title", draft.title());
    }

    private void take(Context request, SignedIn who, Step step) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        Note note = new Note(typed(request, Note.FIELD));
        Optional<String> wrong = note.fault(step == Step.RETURN);
        if (wrong.isPresent()) {
            show(request, who, draft, Note.FIELD, wrong.get());
            return;
        }
        PathStore.Move move = new PathStore.Move(
                step, SentForm.version(request), Drafts.viewer(who), WorkPages.doer(request, who), note.orNull());
        answer(request, who, draft, step, drafts.path().take(draft.id(), move));
    }

    private void answer(Context request, SignedIn who, Draft draft, Step step, Outcome outcome) {
        switch (outcome) {
            case Outcome.Moved moved ->
                work.back(request, step == Step.DISCARD ? DraftsPages.PATH : path(draft.id()), "draft_" + step.id());
            case Outcome.Public made ->
                work.back(request, PublishedPages.path(made.id()), awaited.told("published", made.transaction()));
            case Outcome.NotNow notNow -> refuse(request, who, draft, "not_now");
            case Outcome.ChangedSince changed -> refuse(request, who, draft, "changed");
            case Outcome.Incomplete incomplete -> refuse(request, who, draft, "incomplete");
            case Outcome.Overtaken overtaken -> refuse(request, who, draft, "overtaken");
        }
    }

    /** Shows it as it stands now, if it still is there. */
    private void refuse(Context request, SignedIn who, Draft draft, String fault) {
        Optional<Draft> now = drafts.store().find(draft.id());
        if (now.isEmpty() || !now.get().steps(Drafts.viewer(who)).contains(Step.SEE)) {
            work.back(request, DraftsPages.PATH, "draft_gone");
            return;
        }
        show(request, who, now.get(), STEPS, "review.fault." + fault);
    }

    private void preview(Context request, SignedIn who) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        WorkFrame frame = frame(path(draft.id()) + PREVIEW, request, who, draft);
        Optional<Practice> practice = drafts.check(draft).practice();
        @Nullable
        PracticeBody body = practice.map(
                        shown -> PracticeBody.of(shown, frame.frame(), drafts.lists(), LocalDate.now(clock)))
                .orElse(null);
        work.show(request, "review/preview", new PreviewPage(frame, path(draft.id()), body));
    }

    /**
     * As the public would see it.
     *
     * @param path of the working copy
     * @param body null: something is missing or wrong
     */
    public record PreviewPage(WorkFrame work, String path, @Nullable PracticeBody body) {
        /** Value of {@code lang} for what the provider wrote; null where the page speaks that language anyway. */
        public @Nullable String contentLanguage() {
            return work.frame().isGerman() ? null : "de";
        }
    }
}
