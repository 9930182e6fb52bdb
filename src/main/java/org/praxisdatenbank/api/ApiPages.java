package org.praxisdatenbank.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.api.ApiPage.Answers;
import org.praxisdatenbank.api.ApiPage.Example;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** The OpenAPI document, and the page that shows it. */
public final class ApiPages implements Routes {
    private static final String EXAMPLE = "/api/v1/practices?q=bewegung&state=DE-BE&size=1";

    private static final String BULK = "/api/v1/practices?size=100&sort=title&facets=&highlight=false";

    private final ApiDescription description = new ApiDescription();
    private final PageKit pages;

    public ApiPages(PageKit pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/api/v1/openapi.json", request -> Json.answer(request, description.bytes()));
        byte[] administration = ApiDescription.read("/openapi-admin.json");
        server.get("/api/v1/admin/openapi.json", request -> Json.answer(request, administration));
        PageKit.get(server, "/api", this::show);
    }

    private void show(Context request) {
        ApiPage page = new ApiPage(
                pages.frame(request, "api"),
                description.endpoints(),
                description.searchParameters(),
                new Answers(description.schemas(), description.problemTypes()),
                new Example(
                        pages.publicUrl(request) + EXAMPLE,
                        description.searchExample(),
                        pages.publicUrl(request) + BULK));
        pages.show(request, "api/api", page);
    }
}
