package org.praxisdatenbank.admin;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/** What waits for whoever holds the token, for programs that remind them. */
public final class WaitingApi implements Routes {
    private final TokenApi api;
    private final Waiting waiting;

    public WaitingApi(TokenApi api, Waiting waiting) {
        this.api = api;
        this.waiting = waiting;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, "/waiting", Permission.WAITING, this::show);
    }

    private void show(Context request, Holder who) {
        int practices = waiting.practices().applyAsInt(who.account());
        long toBeConfirmed = waiting.toBeConfirmed().applyAsLong(who.account());
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeNumberField("practices", practices);
            json.writeNumberField("to_be_confirmed", toBeConfirmed);
            json.writeEndObject();
        });
    }
}
