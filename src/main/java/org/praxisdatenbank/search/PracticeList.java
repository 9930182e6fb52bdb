package org.praxisdatenbank.search;

import java.util.List;
import java.util.Map;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results.FacetCount;

/**
 * The first practices that carry something, and how many there are in all.
 *
 * @param path of the search that opens the whole list
 * @param counts the facets that were wanted
 */
public record PracticeList(String path, long total, List<PracticeCard> cards, Map<Facet, List<FacetCount>> counts) {
    public PracticeList {
        cards = List.copyOf(cards);
        counts = Map.copyOf(counts);
    }

    /** How many practices of the list carry the value. */
    public long count(Facet facet, String value) {
        return counts.getOrDefault(facet, List.of()).stream()
                .filter(count -> count.value().equals(value))
                .mapToLong(FacetCount::count)
                .findFirst()
                .orElse(0);
    }
}
