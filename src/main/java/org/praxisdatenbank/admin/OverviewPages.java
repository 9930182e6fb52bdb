package org.praxisdatenbank.admin;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.web.Routes;

/** The first page after signing in: what waits for whom. */
public final class OverviewPages implements Routes {
    private final WorkPages work;
    private final ToIntFunction<SignedIn> waitingPractices;
    private final ToLongFunction<SignedIn> toBeConfirmed;

    /**
     * Reads what waits when it is asked.
     *
     * @param waitingPractices how many practices wait for somebody's next step
     * @param toBeConfirmed of how many somebody who reviews should learn whether they are still right
     */
    public OverviewPages(
            WorkPages work, ToIntFunction<SignedIn> waitingPractices, ToLongFunction<SignedIn> toBeConfirmed) {
        this.work = work;
        this.waitingPractices = waitingPractices;
        this.toBeConfirmed = toBeConfirmed;
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
                                waitingPractices.applyAsInt(who),
                                toBeConfirmed.applyAsLong(who))));
    }

    /** What waits for somebody; practices in numbers. */
    public record OverviewPage(WorkFrame work, int waitingPractices, long toBeConfirmed) {}
}
