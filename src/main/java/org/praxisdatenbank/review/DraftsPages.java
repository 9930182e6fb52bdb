package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.web.Routes;

/** The practices of somebody's work: what waits for them, what they follow, and what is public. */
public final class DraftsPages implements Routes {
    static final String PATH = "/verwaltung/angebote";
    private static final int MOST_PUBLISHED = 50;

    private final WorkPages work;
    private final Drafts drafts;
    private final PublishedStore published;

    public DraftsPages(WorkPages work, Drafts drafts, PublishedStore published) {
        this.work = work;
        this.drafts = drafts;
        this.published = published;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ALL, this::show);
    }

    private void show(Context request, SignedIn who) {
        Viewer viewer = Drafts.viewer(who);
        @Nullable String query = request.queryParam("q");
        String wanted = query == null ? "" : query.strip();
        List<Draft> all = drafts.store().of(viewer);
        WorkFrame frame = work.frame(request, who, "review.list");
        List<PublishedRow> known = published.find(viewer, wanted, MOST_PUBLISHED + 1).stream()
                .map(found -> new PublishedRow(
                        PublishedPages.path(found.id()),
                        found.title(),
                        found.provider() == null ? "" : found.provider()))
                .toList();
        work.show(
                request,
                "review/drafts",
                new DraftsPage(
                        frame,
                        rows(
                                frame,
                                all.stream()
                                        .filter(draft -> Drafts.waitsFor(draft, viewer))
                                        .toList()),
                        rows(
                                frame,
                                all.stream()
                                        .filter(draft -> !Drafts.waitsFor(draft, viewer))
                                        .toList()),
                        known.subList(0, Math.min(known.size(), MOST_PUBLISHED)),
                        wanted,
                        known.size() > MOST_PUBLISHED));
    }

    private static List<DraftRow> rows(WorkFrame frame, List<Draft> drafts) {
        return drafts.stream().map(draft -> row(frame, draft)).toList();
    }

    private static DraftRow row(WorkFrame frame, Draft draft) {
        return new DraftRow(
                DraftPages.path(draft.id()),
                draft.title().isEmpty() ? frame.text("review.untitled") : draft.title(),
                draft.stage().id(),
                draft.entered().text("provider"),
                frame.frame().moment(draft.changed()),
                draft.isRevision());
    }

    /**
     * What somebody works on.
     *
     * @param waiting the next step is theirs
     * @param others the next step is somebody else's
     * @param published may be changed by them; some of them
     * @param query by which the published ones were looked for; empty: by none
     * @param hasMore whether there are more of the published ones
     */
    public record DraftsPage(
            WorkFrame work,
            List<DraftRow> waiting,
            List<DraftRow> others,
            List<PublishedRow> published,
            String query,
            boolean hasMore) {
        public DraftsPage {
            waiting = List.copyOf(waiting);
            others = List.copyOf(others);
            published = List.copyOf(published);
        }
    }

    /** @param isRevision whether the public knows the practice in another state */
    public record DraftRow(
            String path, String title, String stage, String provider, String changed, boolean isRevision) {}

    /** @param provider empty: not stated */
    public record PublishedRow(String path, String title, String provider) {}
}
