package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.search.SearchUrl.Pair;
import org.praxisdatenbank.web.QueryString;

/** The addresses at which a facet's values are listed: those of the search, with what is looked for among the values. */
final class FacetUrl {
    static final String PAGE_PATH = "/suche/filter/";
    static final String API_PATH = "/api/v1/facets/";
    static final String FIND = "find";
    /** Values on a page for people; the most for programs. */
    static final int SIZE = 100;

    private static final int LONGEST = 300;
    private static final String PAGE = "page";
    private static final List<String> NAMES = Stream.of(
                    List.of("q", "match", "sort", FIND, PAGE, "size"), FilterUrl.names())
            .flatMap(List::stream)
            .toList();

    private final SearchUrl searches;

    FacetUrl(SearchUrl searches) {
        this.searches = searches;
    }

    /** For people. */
    FacetQuery read(Facet facet, QueryString given) {
        return read(facet, new Parameters(given), SIZE);
    }

    /** For programs, which learn of parameters that are none. */
    FacetQuery readStrictly(Facet facet, QueryString given) {
        Parameters parameters = new Parameters(given);
        parameters.refuseOthers(NAMES);
        return read(facet, parameters, parameters.number("size", 1, SIZE).orElse(SIZE));
    }

    private FacetQuery read(Facet facet, Parameters given, int size) {
        return new FacetQuery(
                facet,
                searches.readWhole(given),
                given.text(FIND, LONGEST),
                given.number(PAGE, 1, Parameters.LARGEST).orElse(1),
                size);
    }

    /** The German address of the page on which the values of a facet are listed. */
    static String page(Facet facet, SearchQuery search) {
        return page(new FacetQuery(facet, search, "", 1, SIZE));
    }

    static String page(FacetQuery query) {
        List<Pair> pairs = new ArrayList<>(carried(query.search()));
        if (!query.find().isEmpty()) {
            pairs.add(new Pair(FIND, query.find()));
        }
        if (query.page() > 1) {
            pairs.add(new Pair(PAGE, String.valueOf(query.page())));
        }
        String parameters = pairs.stream().map(Pair::encoded).collect(joining("&"));
        String path = PAGE_PATH + query.facet().parameter();
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /** What of a search stays the same for all its pages. */
    static List<Pair> carried(SearchQuery search) {
        return SearchUrl.pairs(search.with(Window.FIRST).with(SearchQuery.Wanted.EVERYTHING));
    }
}
