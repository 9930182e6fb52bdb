package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.Answers.Asked;
import org.praxisdatenbank.web.Answers.Fresh;
import org.praxisdatenbank.web.Answers.Question;
import org.praxisdatenbank.web.Body;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.ServerTiming;

/** Searching, completing and finding similar practices, for programs; answers in the same terms as the search page. */
public final class SearchApi implements Routes {
    private static final int SUGGESTIONS = 8;
    private static final int SIMILAR = 5;
    private static final List<String> COMPLETED_WITH =
            Stream.concat(Stream.of("q"), FilterUrl.names().stream()).toList();

    private final PracticeSearch search;
    private final SearchUrl urls;
    private final SearchJson answers;
    private final SimilarJson similar;
    private final SearchTimes times;
    private final Answers kept;
    private final FoundNothing foundNothing;
    private final Consumer<PracticeId> mustBePublished;

    /** @param mustBePublished raises {@link Problem.NotFound} or {@link Problem.Gone} for any other practice */
    public SearchApi(
            PracticeSearch search,
            SearchUrl urls,
            Vocabularies lists,
            PageKit pages,
            SearchTimes times,
            Answers kept,
            FoundNothing foundNothing,
            Consumer<PracticeId> mustBePublished) {
        this.search = search;
        this.urls = urls;
        this.answers = new SearchJson(new FacetLabels(lists, pages.texts(Locale.GERMAN), Locale.GERMAN));
        this.similar = new SimilarJson(lists);
        this.times = times;
        this.kept = kept;
        this.foundNothing = foundNothing;
        this.mustBePublished = mustBePublished;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/api/v1/practices", this::search);
        server.get("/api/v1/practices/{id}/similar", this::similar);
        server.get("/api/v1/suggest", this::suggest);
    }

    private void search(Context request) {
        kept.give(request, () -> {
            SearchQuery query = urls.readStrictly(QueryString.of(request));
            return new Asked(question(request, query), () -> found(request, query));
        });
    }

    /** The API names no address but from the root. */
    private static Question question(Context request, SearchQuery query) {
        return new Question(request.path(), "", SearchUrl.print(query));
    }

    private Fresh found(Context request, SearchQuery query) {
        Results results = search.search(query);
        Help help = search.help(query, results).within(urls.limits().query().characters());
        results.timing().lap("help");
        Body body = Body.json(json -> answers.write(json, query, results, help));
        times.end(query, results);
        ServerTiming.tell(request, results.timing().parts());
        return new Fresh(body, !results.isPartial(), foundNothing.told(query, results));
    }

    private void similar(Context request) {
        new Parameters(QueryString.of(request)).refuseOthers(Set.of());
        String id = request.pathParam("id");
        PracticeId practice = PracticeId.of(id).orElseThrow(() -> new Problem.NotFound("practice", id).raise());
        mustBePublished.accept(practice);
        List<SimilarPractice> similar = search.similar(practice, SIMILAR);
        Json.answer(request, json -> this.similar.write(json, similar));
    }

    private void suggest(Context request) {
        kept.give(request, () -> suggestible(request));
    }

    private Asked suggestible(Context request) {
        Parameters given = new Parameters(QueryString.of(request));
        given.refuseOthers(COMPLETED_WITH);
        String text = given.text("q", urls.limits().query().characters());
        Filters filters = urls.filters(given);
        SearchQuery query = SearchQuery.EVERYTHING.with(text).with(filters);
        return new Asked(question(request, query), () -> completed(query));
    }

    private Fresh completed(SearchQuery query) {
        List<Suggestion> suggestions =
                query.text().isEmpty() ? List.of() : search.suggest(query.text(), query.filters(), SUGGESTIONS);
        return new Fresh(Body.json(json -> SuggestionJson.write(json, suggestions, query.filters())), true);
    }
}
