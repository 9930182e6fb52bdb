package org.praxisdatenbank.fruitless;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentJson;

/** Searches that found nothing, for programs. */
public final class FruitlessApi implements Routes {
    private static final String PATH = "/fruitless";

    private final TokenApi api;
    private final FruitlessStore store;
    private final Clock clock;

    public FruitlessApi(TokenApi api, FruitlessStore store, Clock clock) {
        this.api = api;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, PATH, Permission.FRUITLESS, (request, who) -> list(request));
        api.post(server, PATH + "/remove", Permission.FRUITLESS, this::remove);
    }

    private void list(Context request) {
        List<FruitlessSearch> all = store.list(YearMonth.now(clock), Integer.MAX_VALUE);
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeNumberField("visitors", Tally.FEW);
            json.writeNumberField("months", FruitlessStore.MONTHS);
            json.writeArrayFieldStart("searches");
            for (FruitlessSearch search : all) {
                search.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void remove(Context request, Holder who) {
        String text = SentJson.of(request).find("text").orElse("");
        if (!store.remove(text, TokenApi.doer(request, who))) {
            throw new Problem.NotFound("search", text).raise();
        }
        request.status(HttpStatus.NO_CONTENT);
    }
}
