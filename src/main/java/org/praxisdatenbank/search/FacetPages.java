package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.search.FacetPage.Find;
import org.praxisdatenbank.search.FacetPage.Links;
import org.praxisdatenbank.search.FacetPage.Listed;
import org.praxisdatenbank.search.FacetPage.Row;
import org.praxisdatenbank.search.FilterPanel.Hidden;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** The values of a facet for people, to be looked through and searched. */
public final class FacetPages implements Routes {
    private final FacetValues values;
    private final FacetUrl urls;
    private final Vocabularies lists;
    private final PageKit pages;

    public FacetPages(PracticeSearch search, SearchUrl urls, Vocabularies lists, PageKit pages) {
        this.values = new FacetValues(search);
        this.urls = new FacetUrl(urls);
        this.lists = lists;
        this.pages = pages;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, FacetUrl.PAGE_PATH + "{facet}", this::show);
    }

    private void show(Context request) {
        String name = request.pathParam("facet");
        if (!OldNames.current(name).equals(name)) {
            PageKit.moved(request, FacetUrl.PAGE_PATH + OldNames.current(name));
            return;
        }
        Facet facet = Facet.of(name).orElseThrow(() -> new Problem.NotFound("facet", name).raise());
        FacetQuery query = urls.read(facet, QueryString.of(request));
        Locale language = PageKit.language(request);
        FacetLabels labels = new FacetLabels(lists, pages.texts(language), language);
        FacetQuery.Answer answer = values.of(query, labels);
        Frame frame = pages.frame(request, head(query, labels));
        pages.show(
                request,
                "search/facet",
                new FacetPage(
                        frame,
                        labels.help(facet),
                        asked(query.search(), labels),
                        links(query, frame),
                        find(query, frame),
                        listed(query, answer, labels, frame)));
        if (answer.isPartial()) {
            request.header("Cache-Control", "no-store"); // the next try may count more
        }
    }

    private static Frame.Head head(FacetQuery query, FacetLabels labels) {
        String facet = labels.of(query.facet());
        return new Frame.Head(
                labels.texts().get("values.title", facet),
                labels.texts().get("values.description", facet),
                FacetUrl.page(query),
                false);
    }

    private static List<String> asked(SearchQuery search, FacetLabels labels) {
        List<String> asked = new ArrayList<>();
        if (!search.text().isEmpty()) {
            asked.add(labels.texts().get("why.word", search.text()));
        }
        Choice.of(search.filters(), labels).forEach(choice -> asked.add(choice.label()));
        return asked;
    }

    private static Links links(FacetQuery query, Frame frame) {
        return new Links(
                frame.link(SearchUrl.page(query.search())), frame.link(FacetUrl.page(query.facet(), query.search())));
    }

    private static Find find(FacetQuery query, Frame frame) {
        List<Hidden> hidden = FacetUrl.carried(query.search()).stream()
                .map(pair -> new Hidden(pair.name(), pair.value()))
                .toList();
        return new Find(frame.link(FacetUrl.PAGE_PATH + query.facet().parameter()), hidden, query.find());
    }

    private static Listed listed(FacetQuery query, FacetQuery.Answer answer, FacetLabels labels, Frame frame) {
        List<Row> rows = answer.values().stream()
                .map(value -> row(query, value, labels, frame))
                .toList();
        return new Listed(heading(query, answer, frame), rows, paging(query, answer, frame));
    }

    private static String heading(FacetQuery query, FacetQuery.Answer answer, Frame frame) {
        if (answer.isPartial()) {
            return frame.text("values.partial");
        }
        return query.find().isEmpty()
                ? frame.text("values.count", answer.total())
                : frame.text("values.found", answer.total(), query.find());
    }

    private static Row row(FacetQuery query, FacetCount value, FacetLabels labels, Frame frame) {
        Facet facet = query.facet();
        Selection chosen = query.search().filters().in(facet);
        TreeSet<String> any = new TreeSet<>(chosen.any());
        if (!any.remove(value.value())) {
            any.add(value.value());
        }
        SearchQuery search = query.search().with(query.search().filters().with(facet, chosen.withAny(any)));
        return new Row(
                labels.of(facet, value.value()),
                frame.link(SearchUrl.page(search)),
                frame.text("count.practices", value.count()),
                value.selected());
    }

    private static Paging paging(FacetQuery query, FacetQuery.Answer answer, Frame frame) {
        int last = Math.max(1, (answer.total() + query.size() - 1) / query.size());
        return Paging.of(query.page(), last, page -> frame.link(FacetUrl.page(query.with(page))), frame);
    }
}
