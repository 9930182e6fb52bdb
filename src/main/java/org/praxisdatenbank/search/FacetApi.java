package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Locale;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** All values of a facet, for programs. */
public final class FacetApi implements Routes {
    private final FacetValues values;
    private final FacetUrl urls;
    private final SearchJson answers;

    public FacetApi(PracticeSearch search, SearchUrl urls, Vocabularies lists, PageKit pages) {
        this.values = new FacetValues(search);
        this.urls = new FacetUrl(urls);
        this.answers = new SearchJson(new FacetLabels(lists, pages.texts(Locale.GERMAN), Locale.GERMAN));
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get(FacetUrl.API_PATH + "{facet}", this::list);
    }

    private void list(Context request) {
        String name = request.pathParam("facet");
        if (!OldNames.current(name).equals(name)) {
            PageKit.moved(request, FacetUrl.API_PATH + OldNames.current(name));
            return;
        }
        Facet facet = Facet.of(name).orElseThrow(() -> new Problem.NotFound("facet", name).raise());
        FacetQuery query = urls.readStrictly(facet, QueryString.of(request));
        FacetQuery.Answer answer = values.of(query, answers.labels());
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeStringField("facet", facet.parameter());
            json.writeNumberField("total", answer.total());
            json.writeNumberField("page", query.page());
            json.writeNumberField("size", query.size());
            if (answer.isPartial()) {
                json.writeBooleanField("partial", true);
            }
            json.writeArrayFieldStart("values");
            for (FacetCount value : answer.values()) {
                answers.write(json, facet, value);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        if (answer.isPartial()) {
            request.header("Cache-Control", "no-store"); // the next try may count more
        }
    }
}
