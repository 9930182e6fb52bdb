package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.DownloadType;
import org.praxisdatenbank.web.QueryString;

/**
 * A search as a query string, for the page and the API alike; any thread may use it.
 *
 * <p>Printing is canonical: one order of parameters, values in the order of their characters, defaults left out. Reading
 * what was printed gives an equal search. Reading raises {@link Problem.Invalid} for values that cannot be used; blank
 * ones are passed over.
 */
public final class SearchUrl {
    private static final String TEXT = "q";
    private static final String MATCH = "match";
    private static final String SORT = "sort";
    private static final String PAGE = "page";
    private static final String SIZE = "size";
    private static final String AFTER = "after";
    private static final String FACETS = "facets";
    private static final String HIGHLIGHT = "highlight";
    private static final List<String> NAMES = Stream.of(
                    List.of(TEXT), FilterUrl.names(), List.of(MATCH, SORT, PAGE, SIZE, AFTER, FACETS, HIGHLIGHT))
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Match> MATCHES = Map.of("all", Match.ALL, "some", Match.SOME);
    private static final Map<String, Sort> SORTS =
            Map.of("relevance", Sort.RELEVANCE, "newest", Sort.NEWEST, "updated", Sort.UPDATED, "title", Sort.TITLE);

    private final FilterUrl filters;
    private final SearchLimits limits;

    public SearchUrl(Vocabularies lists, SearchLimits limits) {
        this.filters = new FilterUrl(lists, limits.filterValues());
        this.limits = limits;
    }

    /** One parameter. */
    record Pair(String name, String value) {
        String encoded() {
            // both may stand in a query string as they are (RFC 3986, 3.4)
            return QueryString.encode(name)
                    + "="
                    + QueryString.encode(value).replace("%3A", ":").replace("%2C", ",");
        }
    }

    public SearchLimits limits() {
        return limits;
    }

    /** The filters among the parameters, read as those of a search. */
    Filters filters(Parameters given) {
        return filters.read(given);
    }

    /** The search's canonical query string without the question mark; empty for everything. */
    public static String print(SearchQuery query) {
        return pairs(query).stream().map(Pair::encoded).collect(joining("&"));
    }

    /** The address of the search's page, in German. */
    public static String page(SearchQuery query) {
        return address("/suche", query);
    }

    /** The address of the search in the API. */
    public static String api(SearchQuery query) {
        return address("/api/v1/practices", query);
    }

    /** The address of a file with all that the search finds, for people: Excel knows UTF-8 by the mark alone. */
    static String export(SearchQuery query, DownloadType type) {
        String address = address(type.path(), query.with(Window.FIRST).with(Wanted.EVERYTHING));
        return type == DownloadType.CSV ? address + (address.contains("?") ? "&" : "?") + "bom=true" : address;
    }

    private static String address(String path, SearchQuery query) {
        String parameters = print(query);
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    static List<Pair> pairs(SearchQuery query) {
        List<Pair> pairs = new ArrayList<>();
        if (!query.text().isEmpty()) {
            pairs.add(new Pair(TEXT, query.text()));
        }
        pairs.addAll(FilterUrl.print(query.filters()));
        if (query.match() != null) {
            pairs.add(new Pair(MATCH, name(query.match())));
        }
        if (query.sort() != defaultSort(query.text())) {
            pairs.add(new Pair(SORT, name(query.sort())));
        }
        print(query.window(), pairs);
        print(query.wanted(), pairs);
        return pairs;
    }

    private static void print(Window window, List<Pair> pairs) {
        if (window.after() == null && window.page() > 1) {
            pairs.add(new Pair(PAGE, String.valueOf(window.page())));
        }
        if (window.size() != Window.DEFAULT_SIZE) {
            pairs.add(new Pair(SIZE, String.valueOf(window.size())));
        }
        if (window.after() != null) {
            pairs.add(new Pair(AFTER, window.after()));
        }
    }

    private static void print(Wanted wanted, List<Pair> pairs) {
        if (!wanted.facets().equals(Wanted.EVERYTHING.facets())) {
            String names =
                    wanted.facets().stream().sorted().map(Facet::parameter).collect(joining(","));
            pairs.add(new Pair(FACETS, names));
        }
        if (!wanted.highlights()) {
            pairs.add(new Pair(HIGHLIGHT, "false"));
        }
    }

    /** The name of a way to match or to sort, in addresses and answers. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Sort defaultSort(String text) {
        return text.isEmpty() ? Sort.TITLE : Sort.RELEVANCE;
    }

    /** For people: parameters of other names are passed over, as addresses pick up foreign ones on their way. */
    public SearchQuery read(QueryString given) {
        return read(new Parameters(given));
    }

    /** For programs: refuses parameters of other names, as a misspelt filter would give wrong counts silently. */
    public SearchQuery readStrictly(QueryString given) {
        Parameters parameters = new Parameters(given);
        parameters.refuseOthers(NAMES);
        return read(parameters);
    }

    /**
     * All of the search but which part of its answer is wanted, for programs.
     *
     * @param others names of parameters that are read elsewhere
     */
    SearchQuery readWholeStrictly(Parameters given, List<String> others) {
        given.refuseOthers(Stream.concat(NAMES.stream(), others.stream()).toList());
        return readWhole(given);
    }

    private SearchQuery read(Parameters given) {
        return readWhole(given).with(window(given)).with(wanted(given));
    }

    /** All of the search but which part of its answer is wanted. */
    SearchQuery readWhole(Parameters given) {
        String text = given.text(TEXT, limits.query().characters());
        limits.query().check(text);
        return new SearchQuery(
                text,
                filters.read(given),
                given.choice(MATCH, MATCHES).orElse(null),
                given.choice(SORT, SORTS).orElse(defaultSort(text)),
                Window.FIRST,
                new Wanted(Wanted.EVERYTHING.facets(), true, limits.facetValues()));
    }

    private Window window(Parameters given) {
        int size = given.number(SIZE, 1, limits.pageSize()).orElse(Window.DEFAULT_SIZE);
        if (given.last(AFTER).isPresent()) {
            return new Window(1, size, given.last(AFTER).get());
        }
        OptionalInt page = given.number(PAGE, 1, Parameters.LARGEST);
        if ((long) page.orElse(1) * size > limits.depth()) {
            throw new Problem.Invalid(PAGE, "problem.page.deep", String.valueOf(limits.depth())).raise();
        }
        return new Window(page.orElse(1), size, null);
    }

    private Wanted wanted(Parameters given) {
        boolean highlights =
                given.choice(HIGHLIGHT, Map.of("true", true, "false", false)).orElse(true);
        return new Wanted(
                given.has(FACETS) ? facets(given) : Wanted.EVERYTHING.facets(), highlights, limits.facetValues());
    }

    private Set<Facet> facets(Parameters given) {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        List<String> names = List.of(String.join(",", given.all(FACETS)).split(","));
        if (names.size() > limits.filterValues()) {
            throw Parameters.tooMany(FACETS, limits.filterValues());
        }
        for (String name : names) {
            if (!name.isBlank()) {
                facets.add(Facet.of(OldNames.current(name.strip()))
                        .orElseThrow(() -> Parameters.notOneOf(
                                FACETS,
                                name,
                                Stream.of(Facet.values()).map(Facet::parameter).toList())));
            }
        }
        return facets;
    }
}
