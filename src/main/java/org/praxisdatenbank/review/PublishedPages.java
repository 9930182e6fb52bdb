package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.EDITORS;
import static org.praxisdatenbank.account.WorkPages.REVIEWERS;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Completeness;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.revision.Restoration;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.revision.RevisionStore.Listed;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** A practice that is or was public, for those who may change it: begin to edit, withdraw, restore. */
public final class PublishedPages implements Routes {
    private static final String PUBLISHED = DraftsPages.PATH + "/veroeffentlicht";
    static final String ONE = PUBLISHED + "/{practice}";
    private static final int REVISIONS = 50;

    private final WorkPages work;
    private final Drafts drafts;
    private final Publics publics;
    private final Awaited awaited;
    private final Clock clock;

    public PublishedPages(WorkPages work, Drafts drafts, Publics publics, Awaited awaited, Clock clock) {
        this.work = work;
        this.drafts = drafts;
        this.publics = publics;
        this.awaited = awaited;
        this.clock = clock;
    }

    /** What is kept of practices that are or were public. */
    public record Publics(PracticeStore practices, PublishedStore published, RevisionStore revisions) {
        /** The latest state; raises {@link Problem.NotFound} where there is none of which they may do that. */
        Kept kept(Context request, SignedIn who, Step step) {
            String id = request.pathParam("practice");
            return PracticeId.of(id)
                    .flatMap(practice -> revisions.before(practice, Long.MAX_VALUE))
                    .filter(kept -> steps(kept, who).contains(step))
                    .orElseThrow(() -> new Problem.NotFound("practice", id).raise());
        }

        static Set<Step> steps(Kept kept, SignedIn who) {
            Practice practice = kept.practice();
            List<String> states = practice.classification().terms(Vocabulary.STATE).stream()
                    .map(TermId::value)
                    .toList();
            return Path.steps(
                    Standing.of(Drafts.viewer(who), practice.carrier().provider(), states, null),
                    kept.revision().isPublished() ? Stage.PUBLISHED : Stage.WITHDRAWN);
        }
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, ONE, ALL, (request, who) -> show(request, who, List.of()));
        work.post(server, ONE + "/bearbeiten", ALL, this::edit);
        work.post(server, ONE + "/bestaetigen", ALL, this::confirm);
        work.post(server, ONE + "/zurueckziehen", REVIEWERS, this::withdraw);
        work.post(server, ONE + "/wiederherstellen", EDITORS, this::restore);
    }

    public static String path(PracticeId id) {
        return PUBLISHED + "/" + id.value();
    }

    private void show(Context request, SignedIn who, List<Fault> faults) {
        Kept kept = publics.kept(request, who, Step.SEE);
        PracticeId id = kept.practice().id();
        WorkFrame frame = work.frameAt(
                path(id),
                request,
                who,
                "review.title",
                kept.practice().wording().title());
        @Nullable
        String draft = drafts.store()
                .of(id)
                .filter(found -> found.steps(Drafts.viewer(who)).contains(Step.SEE))
                .map(found -> DraftPages.path(found.id()))
                .orElse(null);
        List<RevisionRow> revisions = publics.revisions().list(id, Long.MAX_VALUE, REVISIONS).stream()
                .map(listed -> row(frame, kept, listed))
                .toList();
        PublishedPage page = new PublishedPage(
                frame,
                new Place(
                        id.value(),
                        path(id),
                        kept.revision().isPublished() ? PracticePages.path(id) : null,
                        draft,
                        confirmed(frame, kept),
                        typed(request, Note.FIELD)),
                Publics.steps(kept, who).stream().map(Step::id).collect(Collectors.toSet()),
                Completeness.missing(kept.practice()).stream()
                        .map(field -> frame.text("revision.field." + field))
                        .toList(),
                revisions,
                faults);
        work.show(request, "review/published", page, faults);
    }

    private static String confirmed(WorkFrame frame, Kept kept) {
        @Nullable LocalDate day = kept.practice().provenance().confirmed();
        return day == null
                ? frame.text("due.never")
                : frame.text("due.confirmed", frame.frame().date(day));
    }

    private static RevisionRow row(WorkFrame frame, Kept present, Listed listed) {
        long number = listed.revision().number();
        boolean isPublic =
                number == present.revision().number() && listed.revision().isPublished();
        return new RevisionRow(
                String.valueOf(number),
                PracticePages.historyPath(present.practice().id()) + "/" + number,
                frame.frame().moment(listed.revision().made()),
                frame.text("revision.by." + listed.revision().madeBy().id()),
                listed.revision().isPublished(),
                !isPublic);
    }

    private void edit(Context request, SignedIn who) {
        PracticeId id = publics.kept(request, who, Step.EDIT).practice().id();
        DraftId begun =
                drafts.store().begin(publics.practices().get(id), who.account().id());
        boolean isVisible = drafts.store()
                .find(begun)
                .filter(draft -> draft.steps(Drafts.viewer(who)).contains(Step.SEE))
                .isPresent();
        if (isVisible) {
            work.back(request, DraftPages.path(begun), "");
            return;
        }
        show(request, who, List.of(fault(request, who, "schritte", "review.fault.in_work")));
    }

    private void confirm(Context request, SignedIn who) {
        PracticeId id = publics.kept(request, who, Step.EDIT).practice().id();
        OptionalLong confirmed = publics.published()
                .confirm(
                        id,
                        LocalDate.now(clock),
                        Authorship.of(who.account().id().value(), null),
                        WorkPages.doer(request, who));
        work.back(
                request,
                path(id),
                confirmed.isEmpty() ? "confirmed_now" : awaited.told("confirmed", confirmed.getAsLong()));
    }

    private void withdraw(Context request, SignedIn who) {
        PracticeId id = publics.kept(request, who, Step.WITHDRAW).practice().id();
        Note note = new Note(typed(request, Note.FIELD));
        Optional<String> wrong = note.fault(true);
        if (wrong.isPresent()) {
            show(request, who, List.of(fault(request, who, Note.FIELD, wrong.get())));
            return;
        }
        OptionalLong withdrawn = publics.published()
                .withdraw(
                        id,
                        LocalDate.now(clock),
                        Authorship.of(who.account().id().value(), note.text()),
                        WorkPages.doer(request, who));
        work.back(request, path(id), withdrawn.isEmpty() ? "" : awaited.told("withdrawn", withdrawn.getAsLong()));
    }

    private void restore(Context request, SignedIn who) {
        PracticeId id = publics.kept(request, who, Step.RESTORE).practice().id();
        String asked = typed(request, "fassung");
        long number = Typed.number(asked).orElseThrow(() -> new Problem.NotFound("revision", asked).raise());
        Authorship by = Authorship.of(who.account().id().value(), "Fassung " + number);
        Restoration restoration = publics.revisions().restore(id, number, by);
        switch (restoration) {
            case Restoration.Done done -> {
                work.note(request, who, new Deed("practice.restored", id.value(), asked));
                work.back(request, path(id), awaited.told("restored", done.transaction()));
            }
            case Restoration.Unchanged unchanged -> work.back(request, path(id), "unchanged");
            case Restoration.NotKept notKept -> throw new Problem.NotFound("revision", asked).raise();
            case Restoration.TermsGone gone ->
                show(request, who, List.of(fault(request, who, "fassungen", "review.fault.terms_gone")));
        }
    }

    private Fault fault(Context request, SignedIn who, String field, String key) {
        return new Fault(field, work.frame(request, who, "review.list").text(key));
    }

    /**
     * A practice that is or was public.
     *
     * @param steps ids of what may be done with it
     * @param missing names of questions that it does not answer
     * @param revisions newest first
     */
    public record PublishedPage(
            WorkFrame work,
            Place place,
            Set<String> steps,
            List<String> missing,
            List<RevisionRow> revisions,
            List<Fault> faults) {
        public PublishedPage {
            steps = Set.copyOf(steps);
            missing = List.copyOf(missing);
            revisions = List.copyOf(revisions);
            faults = List.copyOf(faults);
        }

        public boolean may(String step) {
            return steps.contains(step);
        }
    }

    /**
     * Where it is.
     *
     * @param id of the practice
     * @param page for the public; null: withdrawn
     * @param draft path of the working copy; null: none that they may see
     * @param confirmed in words when somebody last said that it is right
     * @param note what was typed beside a step that was refused; empty: nothing
     */
    public record Place(
            String id, String path, @Nullable String page, @Nullable String draft, String confirmed, String note) {}

    /**
     * A revision.
     *
     * @param path of its page for the public
     * @param isRestorable whether the practice is another one now
     */
    public record RevisionRow(
            String number, String path, String moment, String by, boolean isPublished, boolean isRestorable) {}
}
