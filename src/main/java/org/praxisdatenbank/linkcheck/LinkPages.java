package org.praxisdatenbank.linkcheck;

import static org.praxisdatenbank.account.WorkPages.REVIEWERS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.linkcheck.LinkStore.Told;
import org.praxisdatenbank.review.PublishedPages;
import org.praxisdatenbank.web.Routes;

/** The websites that do not answer any more, for those who review; an office sees those of its states. */
public final class LinkPages implements Routes {
    private static final String PATH = "/verwaltung/links";
    private static final int MOST = 200;

    private final WorkPages work;
    private final LinkStore links;
    private final boolean isLooking;

    /** @param isLooking whether websites are looked at */
    public LinkPages(WorkPages work, LinkStore links, boolean isLooking) {
        this.work = work;
        this.links = links;
        this.isLooking = isLooking;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, REVIEWERS, this::show);
    }

    private void show(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "link.title");
        List<Row> rows = links
                .list(who.role() == Role.OFFICE ? who.account().scope().states() : null, MOST)
                .stream()
                .map(told -> row(frame, told))
                .toList();
        work.show(request, "linkcheck/links", new LinksPage(frame, isLooking, MOST, rows));
    }

    private static Row row(WorkFrame frame, Told told) {
        String what = frame.text("link.outcome." + told.look().outcome().id());
        @Nullable Integer status = told.look().status();
        return new Row(
                PublishedPages.path(told.link().practice()),
                told.title(),
                told.link().url(),
                status == null ? what : what + " (" + status + ")",
                told.firstFailed() == null
                        ? frame.text("link.checked", frame.frame().date(told.checked()))
                        : frame.text("link.since", frame.frame().date(told.firstFailed())),
                told.look().moved());
    }

    /** @param most so many rows are shown */
    public record LinksPage(WorkFrame work, boolean isLooking, int most, List<Row> rows) {
        public LinksPage {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A practice whose website somebody should see to.
     *
     * @param path of the practice, for those who work on it
     * @param what in words what came of the look
     * @param when in words since when, or when that was
     * @param moved where it has moved to; null: nowhere
     */
    public record Row(String path, String title, String url, String what, String when, @Nullable String moved) {}
}
