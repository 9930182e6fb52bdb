package org.praxisdatenbank.revision;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** The history of a practice for programs. */
public final class RevisionApi implements Routes {
    private static final String PATH = "/api/v1/practices/{id}/revisions";

    private final Histories histories;

    public RevisionApi(Histories histories) {
        this.histories = histories;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get(PATH, this::list);
        server.get(PATH + "/{number}", this::show);
    }

    private void list(Context request) {
        Histories.History history =
                histories.history(PracticePages.id(request), RevisionUrl.before(QueryString.of(request)));
        Json.answer(request, json -> RevisionJson.write(json, history));
    }

    private void show(Context request) {
        Histories.State state = histories.state(PracticePages.id(request), request.pathParam("number"));
        Json.answer(request, json -> RevisionJson.write(json, state));
    }
}
