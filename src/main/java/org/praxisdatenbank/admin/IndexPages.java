package org.praxisdatenbank.admin;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.sync.IndexTask;
import org.praxisdatenbank.web.Routes;

/** The index as admins see it. */
public final class IndexPages implements Routes {
    private static final String PATH = "/verwaltung/index";

    private final WorkPages work;
    private final IndexDesk desk;

    public IndexPages(WorkPages work, IndexDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, (request, who) -> show(request, who, null));
        work.post(server, PATH + "/neu-bauen", ADMINS, (request, who) -> begin(request, who, IndexTask.REINDEX));
        work.post(server, PATH + "/vergleichen", ADMINS, (request, who) -> begin(request, who, IndexTask.VERIFY));
        work.post(server, PATH + "/reparieren", ADMINS, (request, who) -> begin(request, who, IndexTask.REPAIR));
        work.post(server, PATH + "/zurueck", ADMINS, (request, who) -> begin(request, who, IndexTask.ROLLBACK));
        work.post(
                server,
                PATH + "/abbrechen",
                ADMINS,
                (request, who) -> lead(request, who, desk.cancel(WorkPages.doer(request, who)), "index_cancelled"));
    }

    private void show(Context request, SignedIn who, @Nullable Said refused) {
        WorkFrame frame = work.frameAt(PATH, request, who, IndexPage.TITLE);
        @Nullable String why = refused == null ? null : frame.frame().text(refused);
        work.show(request, "admin/index", new IndexPage(frame, desk.standing(), desk.happening(), why));
    }

    private void begin(Context request, SignedIn who, IndexTask task) {
        lead(request, who, desk.begin(task, WorkPages.doer(request, who)), "");
    }

    private void lead(Context request, SignedIn who, Optional<Said> refusal, String done) {
        if (refusal.isPresent()) {
            request.status(HttpStatus.CONFLICT);
            show(request, who, refusal.get());
            return;
        }
        work.back(request, PATH, done);
    }
}
