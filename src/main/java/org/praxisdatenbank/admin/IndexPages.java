package org.praxisdatenbank.admin;

import static org.praxisdatenbank.account.WorkPages.ADMINS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.admin.IndexPage.Happening;
import org.praxisdatenbank.admin.IndexPage.Standing;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.Builds;
import org.praxisdatenbank.index.Generations;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.sync.IndexTask;
import org.praxisdatenbank.sync.IndexWork;
import org.praxisdatenbank.web.Routes;

/** The index as admins see it; whatever takes long is begun here and goes on without them. */
public final class IndexPages implements Routes {
    private static final String PATH = "/verwaltung/index";
    /** What takes no longer has its result on the page that follows at once. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final WorkPages work;
    private final IndexKeeper keeper;
    private final IndexWork tasks;
    private final Generations generations;
    private final Builds builds;

    public IndexPages(WorkPages work, IndexKeeper keeper, IndexWork tasks, Generations generations, Builds builds) {
        this.work = work;
        this.keeper = keeper;
        this.tasks = tasks;
        this.generations = generations;
        this.builds = builds;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, (request, who) -> show(request, who, null));
        work.post(server, PATH + "/neu-bauen", ADMINS, (request, who) -> begin(request, who, IndexTask.REINDEX));
        work.post(server, PATH + "/vergleichen", ADMINS, (request, who) -> begin(request, who, IndexTask.VERIFY));
        work.post(server, PATH + "/reparieren", ADMINS, (request, who) -> begin(request, who, IndexTask.REPAIR));
        work.post(server, PATH + "/zurueck", ADMINS, (request, who) -> begin(request, who, IndexTask.ROLLBACK));
        work.post(server, PATH + "/abbrechen", ADMINS, this::cancel);
    }

    private void show(Context request, SignedIn who, @Nullable String refused) {
        Standing standing = new Standing(
                keeper.index().state(),
                generations.liveSince().orElse(null),
                generations.before(),
                keeper.lag(),
                keeper.trouble().orElse(null),
                keeper.lastCheck().orElse(null));
        Happening happening = new Happening(
                builds.underWay().orElse(null),
                tasks.running().orElse(null),
                tasks.last().orElse(null));
        work.show(request, "admin/index", new IndexPage(frame(request, who), standing, happening, refused));
    }

    private WorkFrame frame(Context request, SignedIn who) {
        return work.frameAt(PATH, request, who, IndexPage.TITLE);
    }

    private void begin(Context request, SignedIn who, IndexTask task) {
        WorkFrame frame = frame(request, who);
        Optional<String> refusal = refusal(task, frame);
        if (refusal.isEmpty()) {
            work.note(request, who, new Deed("index." + task.id())); // before: nothing is done that nobody can see
            refusal = tasks.begin(task) ? Optional.empty() : busy(frame);
        }
        if (refusal.isPresent()) {
            refuse(request, who, refusal.get());
            return;
        }
        tasks.awaitEnd(MOMENT);
        work.back(request, PATH, "");
    }

    /** Why that cannot be done now; empty: it can be tried. */
    private Optional<String> refusal(IndexTask task, WorkFrame frame) {
        Optional<BuildState> build = builds.underWay();
        if (build.isPresent() && (task == IndexTask.REINDEX || task == IndexTask.ROLLBACK)) {
            return Optional.of(who(build.get(), frame));
        }
        if (tasks.running().isPresent()) {
            return busy(frame);
        }
        return switch (task) {
            case REINDEX, VERIFY -> Optional.empty();
            case REPAIR -> differs() ? Optional.empty() : Optional.of(frame.text("index.refused.nothing_differs"));
            case ROLLBACK -> hasEarlier() ? Optional.empty() : Optional.of(frame.text("index.failed.no_earlier"));
        };
    }

    private boolean differs() {
        return keeper.lastCheck()
                .filter(check -> !check.result().differences().isEmpty())
                .isPresent();
    }

    private boolean hasEarlier() {
        return generations.before() instanceof IndexState.Ready;
    }

    private static String who(BuildState build, WorkFrame frame) {
        Owner owner = build.owner();
        return frame.text(
                "index.refused.building",
                String.valueOf(owner.pid()),
                owner.host(),
                frame.frame().moment(owner.since()));
    }

    private Optional<String> busy(WorkFrame frame) {
        return Optional.of(frame.text(
                "index.refused.busy",
                tasks.running()
                        .map(running ->
                                frame.text("index.task." + running.task().id()))
                        .orElse("–")));
    }

    private void cancel(Context request, SignedIn who) {
        Optional<BuildState> build = builds.underWay();
        if (build.isEmpty()) {
            refuse(request, who, frame(request, who).text("index.refused.no_build"));
            return;
        }
        work.note(request, who, new Deed("index.cancel", build.get().owner().generation()));
        builds.askToEnd();
        tasks.awaitEnd(MOMENT);
        work.back(request, PATH, "index_cancelled");
    }

    private void refuse(Context request, SignedIn who, String why) {
        request.status(HttpStatus.CONFLICT);
        show(request, who, why);
    }
}
