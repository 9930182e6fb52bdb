package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/** The form, a page a part; each saves what was typed, whether it is complete or not. */
public final class PartPages implements Routes {
    static final String NEW = DraftsPages.PATH + "/neu";
    private static final String PART = DraftsPages.PATH + "/{draft}/teil/{part}";

    private final WorkPages work;
    private final Drafts drafts;

    public PartPages(WorkPages work, Drafts drafts) {
        this.work = work;
        this.drafts = drafts;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, NEW, ALL, this::showNew);
        work.post(server, NEW, ALL, this::begin);
        work.get(server, PART, ALL, this::show);
        work.post(server, PART, ALL, this::save);
    }

    static String path(Draft draft, Part part) {
        return DraftPages.path(draft.id()) + "/teil/" + part.id();
    }

    private void showNew(Context request, SignedIn who) {
        new Shown(request, who, null, Part.WHAT).show(Entered.NOTHING, List.of());
    }

    private void begin(Context request, SignedIn who) {
        Entered entered = form(request, who, Part.WHAT).appliedTo(beginning(who));
        if (entered.text(Field.TITLE.id()).isEmpty()) {
            Fault fault = new Fault(
                    Field.TITLE.id(), work.frame(request, who, "review.new").text("review.missing.title"));
            new Shown(request, who, null, Part.WHAT).show(entered, List.of(fault));
            return;
        }
        DraftId id = drafts.store().begin(entered, who.account().id());
        saved(request, who, drafts.get(id.toString(), who), Part.WHAT, List.of());
    }

    /** What is known of a new practice before anything is typed. */
    private static Entered beginning(SignedIn who) {
        @Nullable String provider = who.account().scope().provider();
        Set<String> states = who.account().scope().states();
        Entered begun = provider == null ? Entered.NOTHING : Entered.NOTHING.with(Field.PROVIDER.id(), provider);
        return states.size() == 1 ? begun.with(Field.STATES.id(), List.copyOf(states)) : begun;
    }

    private PartForm form(Context request, SignedIn who, Part part) {
        return new PartForm(SentForm.fields(request), part, drafts.lists(), Drafts.viewer(who));
    }

    private void show(Context request, SignedIn who) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        if (!draft.steps(Drafts.viewer(who)).contains(Step.EDIT)) {
            work.back(request, DraftPages.path(draft.id()), "");
            return;
        }
        Part part = part(request);
        new Shown(request, who, draft, part).show(draft.entered(), wrong(frame(request, who, part), draft, part));
    }

    private static Part part(Context request) {
        String id = request.pathParam("part");
        return Part.of(id).orElseThrow(() -> new Problem.NotFound("page", id).raise());
    }

    private void save(Context request, SignedIn who) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        Part part = part(request);
        PartForm form = form(request, who, part);
        if (!form.undecided().isEmpty()) {
            Merge<JsonNode> merge = new Merge<>(form.appliedTo(draft.entered()).pieces(), form.undecided(), List.of());
            showClash(request, who, part, new Saving.Clash(draft, merge, null));
            return;
        }
        switch (drafts.store().save(draft.id(), SentForm.version(request), Drafts.viewer(who), form::appliedTo)) {
            case Saving.Done done -> saved(request, who, drafts.get(draft.id().toString(), who), part, done.others());
            case Saving.Clash clash -> showClash(request, who, part, clash);
            case Saving.NotNow notNow -> work.back(request, DraftPages.path(draft.id()) + "?nicht=jetzt", "");
        }
    }

    private void showClash(Context request, SignedIn who, Part part, Saving.Clash clash) {
        WorkFrame frame = work.frame(request, who, "review.part." + part.id());
        PieceWords words = new PieceWords(frame.frame(), drafts.lists());
        List<Fault> faults = clash.merge().clashes().stream()
                .map(piece -> new Fault(PartForm.CHOICE + piece, frame.text("review.rival.choose", words.name(piece))))
                .toList();
        new Shown(request, who, clash.draft(), part)
                .show(new Entered(clash.merge().result()), faults, clash);
    }

    private WorkFrame frame(Context request, SignedIn who, Part part) {
        return work.frame(request, who, "review.part." + part.id());
    }

    private List<Fault> wrong(WorkFrame frame, Draft draft, Part part) {
        return drafts.gaps(draft).stream()
                .filter(gap -> gap.kind() == Gap.Kind.WRONG && gap.field().part() == part)
                .map(gap -> new Fault(
                        gap.field().id(),
                        frame.text("review.wrong." + gap.field().id())))
                .toList();
    }

    /** What cannot be right is told at once; what is only missing waits until all parts have been seen. */
    private void saved(Context request, SignedIn who, Draft draft, Part part, List<String> others) {
        List<Fault> faults = wrong(frame(request, who, part), draft, part);
        if (!faults.isEmpty()) {
            new Shown(request, who, draft, part).show(draft.entered(), faults);
            return;
        }
        boolean goesOn = !typed(request, "weiter").isEmpty() && part.next().isPresent();
        String next = goesOn ? path(draft, part.next().orElseThrow()) : DraftPages.path(draft.id());
        work.back(request, next, others.isEmpty() ? "draft_saved" : "draft_merged");
    }

    /** One page of the form, as it is answered. */
    private final class Shown {
        private final Context request;
        private final SignedIn who;
        private final @Nullable Draft draft;
        private final Part part;

        private Shown(Context request, SignedIn who, @Nullable Draft draft, Part part) {
            this.request = request;
            this.who = who;
            this.draft = draft;
            this.part = part;
        }

        private void show(Entered entered, List<Fault> faults) {
            show(entered, faults, null);
        }

        private void show(Entered entered, List<Fault> faults, Saving.@Nullable Clash clash) {
            WorkFrame frame = work.frame(request, who, draft == null ? "review.new" : "review.part." + part.id());
            Role role = who.role();
            PartPageParts parts = new PartPageParts(frame.frame(), drafts.lists(), role, entered, clash);
            PartPage page =
                    new PartPage(frame, place(frame, faults, clash), parts.asked(part), parts.criteria(part), faults);
            work.show(request, "review/part", page, isRead() ? List.of() : faults);
        }

        private boolean isRead() {
            return request.method().equals(HandlerType.GET);
        }

        private PartPage.Place place(WorkFrame frame, List<Fault> faults, Saving.@Nullable Clash clash) {
            if (draft == null) {
                return new PartPage.Place(NEW, null, 0, part.number(), false, null);
            }
            @Nullable String notice = null;
            if (clash != null) {
                notice = frame.text("review.clash");
            } else if (!faults.isEmpty() && !isRead()) {
                notice = frame.text("review.saved_with_faults");
            }
            return new PartPage.Place(
                    path(draft, part),
                    DraftPages.path(draft.id()),
                    draft.version(),
                    part.number(),
                    part.next().isEmpty(),
                    notice);
        }
    }
}
