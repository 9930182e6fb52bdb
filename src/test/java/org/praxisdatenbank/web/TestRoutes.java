package org.praxisdatenbank.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import org.praxisdatenbank.problem.Problem;

/** One route for each way in which an answer can come about. */
final class TestRoutes implements Routes {
    static final String LONG = "Praxis ".repeat(1_000);

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get(
                "/api/v1/things",
                request -> Json.answer(request, json -> {
                    json.writeStartObject();
                    json.writeStringField("q", QueryString.of(request).last("q").orElse(""));
                    json.writeStringField("text", LONG);
                    json.writeEndObject();
                }));
        server.get("/api/v1/things/{id}", request -> {
            throw problem(request.pathParam("id")).raise();
        });
        server.get("/api/v1/broken", request -> {
            throw new IllegalStateException("secret");
        });
        server.get("/api/v1/cut-off", request -> {
            throw new IllegalStateException("secret", new SQLTransientConnectionException("secret"));
        });
        server.get("/api/v1/overflow", request -> {
            throw new StackOverflowError("secret");
        });
        PageKit.get(server, "/page", request -> request.header("Cache-Control", "no-cache")
                .html("<p>" + LONG));
        PageKit.get(server, "/page/{id}", request -> {
            throw problem(request.pathParam("id")).raise();
        });
        PageKit.get(server, "/link-broken/{token}", request -> {
            throw new IllegalStateException("broken");
        });
        PageKit.get(server, "/page-broken", request -> {
            throw new IllegalStateException("secret");
        });
        server.post("/form", request -> request.result("done"));
    }

    private static Problem problem(String id) {
        return switch (id) {
            case "gone" -> new Problem.Gone("thing", id, LocalDate.of(2024, 3, 1));
            case "invalid" -> new Problem.Invalid("size", "problem.encoding");
            case "not-ready" -> new Problem.NotReady("index");
            default -> new Problem.NotFound("thing", id);
        };
    }
}
