package org.praxisdatenbank.admin;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.web.Routes;

/** The first page after signing in: what waits for whom. */
public final class OverviewPages implements Routes {
    private final WorkPages work;

    public OverviewPages(WorkPages work) {
        this.work = work;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(
                server,
                "/verwaltung",
                WorkPages.ALL,
                (request, who) -> work.show(
                        request, "admin/overview", new OverviewPage(work.frame(request, who, "overview.title"))));
    }

    /** What waits for somebody. */
    public record OverviewPage(WorkFrame work) {}
}
