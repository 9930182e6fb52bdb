package org.praxisdatenbank.admin;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.web.Routes;

/** The first page after signing in: what waits for whom. */
public final class OverviewPages implements Routes {
    private final WorkPages work;
    private final Waiting waiting;

    public OverviewPages(WorkPages work, Waiting waiting) {
        this.work = work;
        this.waiting = waiting;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(
                server,
                "/verwaltung",
                WorkPages.ALL,
                (request, who) -> work.show(
                        request,
                        "admin/overview",
                        new OverviewPage(
                                work.frame(request, who, "overview.title"),
                                waiting.practices().applyAsInt(who.account()),
                                waiting.toBeConfirmed().applyAsLong(who.account()))));
    }

    /** What waits for somebody; practices in numbers. */
    public record OverviewPage(WorkFrame work, int waitingPractices, long toBeConfirmed) {}
}
