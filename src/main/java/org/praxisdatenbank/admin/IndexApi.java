package org.praxisdatenbank.admin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import org.praxisdatenbank.admin.IndexPage.Happening;
import org.praxisdatenbank.admin.IndexPage.Standing;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.sync.IndexTask;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/** The same as {@link IndexPages} for programs. */
public final class IndexApi implements Routes {
    private static final String PATH = "/index";

    private final TokenApi api;
    private final IndexDesk desk;

    public IndexApi(TokenApi api, IndexDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, PATH, Permission.INDEX, (request, who) -> show(request));
        for (IndexTask task : IndexTask.values()) {
            api.post(
                    server,
                    PATH + "/" + task.id(),
                    Permission.INDEX,
                    (request, who) -> answer(request, desk.begin(task, TokenApi.doer(request, who))));
        }
        api.post(server, PATH + "/cancel", Permission.INDEX, this::cancel);
    }

    private void cancel(Context request, Holder who) {
        answer(request, desk.cancel(TokenApi.doer(request, who)));
    }

    private void answer(Context request, Optional<Said> refusal) {
        refusal.ifPresent(why -> {
            throw new Problem.Conflict(why).raise();
        });
        request.status(HttpStatus.ACCEPTED);
        show(request);
    }

    private void show(Context request) {
        Standing standing = desk.standing();
        Happening happening = desk.happening();
        Json.answer(request, json -> IndexJson.write(json, standing, happening));
    }
}
