package org.praxisdatenbank.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.search.SearchUrl.Pair;
import org.praxisdatenbank.web.Frame;

/**
 * Everything to filter by.
 *
 * @param chosen how many filters are chosen
 * @param hidden what the form carries along unseen
 * @param from first year as chosen, or null
 * @param to last year as chosen, or null
 */
public record FilterPanel(
        int chosen, List<Hidden> hidden, List<FacetBox> facets, @Nullable Integer from, @Nullable Integer to) {
    private static final List<Facet> ORDER = List.of(
            Facet.TOPIC,
            Facet.STATE,
            Facet.CRITERION,
            Facet.GOOD_PRACTICE,
            Facet.TYPE,
            Facet.TARGET_GROUP,
            Facet.AGE_GROUP,
            Facet.SETTING,
            Facet.FIELD,
            Facet.PROVIDER,
            Facet.STATUS,
            Facet.YEAR,
            Facet.FRESHNESS,
            Facet.COMPLETENESS);
    /** Parameters beside the facets that have a visible field of their own, or that start anew with another choice. */
    private static final Set<String> NOT_CARRIED = Set.of("q", FilterUrl.FROM, FilterUrl.TO, "page", "after");

    public FilterPanel {
        hidden = List.copyOf(hidden);
        facets = List.copyOf(facets);
    }

    /** A parameter without a visible field. */
    public record Hidden(String name, String value) {}

    static FilterPanel of(SearchQuery query, Results results, List<Choice> choices, FacetLabels labels, Frame frame) {
        List<Hidden> hidden = SearchUrl.pairs(query).stream()
                .filter(pair -> !isVisible(pair))
                .map(pair -> new Hidden(pair.name(), pair.value()))
                .toList();
        List<FacetBox> facets = ORDER.stream()
                .map(facet -> FacetBox.of(facet, query, results, labels, frame))
                .flatMap(Optional::stream)
                .toList();
        return new FilterPanel(
                choices.size(),
                hidden,
                facets,
                query.filters().years().from(),
                query.filters().years().to());
    }

    private static boolean isVisible(Pair pair) {
        return NOT_CARRIED.contains(pair.name())
                || Stream.of(Facet.values()).anyMatch(facet -> facet.parameter().equals(pair.name()));
    }

    /** Whether years are chosen. */
    public boolean hasYears() {
        return from != null || to != null;
    }
}
