package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.revision.RevisionStore;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/**
 * Brings a working copy together with the published practice, where that has changed since: by an import, another command,
 * a restored revision.
 */
public final class FollowPages implements Routes {
    private static final String PATH = DraftsPages.PATH + "/{draft}/abgleich";
    private static final String PUBLISHED = "fassung";

    private final WorkPages work;
    private final Drafts drafts;
    private final RevisionStore revisions;

    public FollowPages(WorkPages work, Drafts drafts, RevisionStore revisions) {
        this.work = work;
        this.drafts = drafts;
        this.revisions = revisions;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ALL, this::show);
        work.post(server, PATH, ALL, this::follow);
    }

    /**
     * Both, as they stand.
     *
     * @param published version of the practice
     * @param theirs the practice as it is public
     */
    private record Both(Draft draft, long published, Entered theirs, Merge<JsonNode> merge) {}

    /** Empty: there is nothing to bring together. */
    private Optional<Both> both(Draft draft) {
        @Nullable PracticeId practice = draft.origin().practice();
        @Nullable Long basedOn = draft.origin().basedOn();
        if (practice == null || basedOn == null || !drafts.store().isOvertaken(draft)) {
            return Optional.empty();
        }
        Kept present = revisions.before(practice, Long.MAX_VALUE).orElseThrow();
        Entered base = revisions
                .findWithNamesOfToday(practice, basedOn)
                .map(kept -> Entered.of(kept.practice()))
                .orElse(Entered.NOTHING);
        Entered theirs = Entered.of(present.practice());
        return Optional.of(new Both(
                draft,
                present.revision().number(),
                theirs,
                Merge.of(base.pieces(), theirs.pieces(), draft.entered().pieces())));
    }

    private Optional<Both> both(Context request, SignedIn who) {
        Draft draft = drafts.get(request.pathParam("draft"), who);
        Optional<Both> both = draft.steps(Drafts.viewer(who)).contains(Step.EDIT) ? both(draft) : Optional.empty();
        if (both.isEmpty()) {
            work.back(request, DraftPages.path(draft.id()), "");
        }
        return both;
    }

    private void show(Context request, SignedIn who) {
        both(request, who).ifPresent(both -> show(request, who, both, List.of()));
    }

    private void show(Context request, SignedIn who, Both both, List<Fault> faults) {
        WorkFrame frame = work.frame(request, who, "review.follow");
        PieceWords words = new PieceWords(frame.frame(), drafts.lists());
        List<Piece> pieces = new ArrayList<>();
        both.merge().clashes().forEach(piece -> pieces.add(piece(words, both, piece, true)));
        both.merge().others().forEach(piece -> pieces.add(piece(words, both, piece, false)));
        FollowPage page = new FollowPage(
                frame,
                DraftPages.path(both.draft().id()),
                String.valueOf(both.draft().version()),
                String.valueOf(both.published()),
                pieces,
                faults);
        work.show(request, "review/follow", page, faults);
    }

    private static Piece piece(PieceWords words, Both both, String piece, boolean isDisputed) {
        return new Piece(
                piece,
                words.name(piece),
                words.value(piece, both.theirs()),
                words.value(piece, both.draft().entered()),
                isDisputed);
    }

    private void follow(Context request, SignedIn who) {
        Optional<Both> found = both(request, who);
        if (found.isEmpty()) {
            return;
        }
        Both both = found.get();
        QueryString sent = SentForm.fields(request);
        boolean isSame = is(sent, SentForm.VERSION, both.draft().version()) && is(sent, PUBLISHED, both.published());
        List<Fault> faults = isSame ? undecided(request, who, both, sent) : List.of(changed(request, who));
        if (!faults.isEmpty()) {
            show(request, who, both, faults);
            return;
        }
        Entered result = new Entered(both.merge().result());
        for (String piece : both.merge().clashes()) {
            if (chosen(sent, piece).equals(PartForm.THEIRS)) {
                result = result.with(piece, both.theirs().pieces().get(piece));
            }
        }
        Saving saving = drafts.store()
                .follow(
                        both.draft().id(),
                        new DraftStore.Following(both.draft().version(), both.published(), result),
                        Drafts.viewer(who));
        String path = DraftPages.path(both.draft().id());
        work.back(
                request,
                saving instanceof Saving.Done ? path : path + "?nicht=jetzt",
                saving instanceof Saving.Done ? "draft_follow" : "");
    }

    private Fault changed(Context request, SignedIn who) {
        return new Fault("abgleich", work.frame(request, who, "review.follow").text("review.fault.changed"));
    }

    private List<Fault> undecided(Context request, SignedIn who, Both both, QueryString sent) {
        WorkFrame frame = work.frame(request, who, "review.follow");
        PieceWords words = new PieceWords(frame.frame(), drafts.lists());
        return both.merge().clashes().stream()
                .filter(piece -> !List.of(PartForm.THEIRS, PartForm.MINE).contains(chosen(sent, piece)))
                .map(piece -> new Fault(PartForm.CHOICE + piece, frame.text("review.rival.choose", words.name(piece))))
                .toList();
    }

    private static String chosen(QueryString sent, String piece) {
        return sent.last(PartForm.CHOICE + piece).orElse("");
    }

    private static boolean is(QueryString sent, String field, long number) {
        return sent.all(field).equals(List.of(String.valueOf(number)));
    }

    /**
     * What differs.
     *
     * @param path of the working copy
     * @param version of it
     * @param published version of the practice that it takes over
     */
    public record FollowPage(
            WorkFrame work, String path, String version, String published, List<Piece> pieces, List<Fault> faults) {
        public FollowPage {
            pieces = List.copyOf(pieces);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What the published practice has in another way now.
     *
     * @param theirs as it is public, in words
     * @param mine as the working copy has it
     * @param isDisputed whether the working copy has changed it, too; else it takes over what is public
     */
    public record Piece(String piece, String name, String theirs, String mine, boolean isDisputed) {}
}
