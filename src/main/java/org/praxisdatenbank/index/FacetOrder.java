package org.praxisdatenbank.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Lists the counted values of a facet in its order; safe for use by any thread. */
final class FacetOrder {
    private static final Comparator<FacetCount> BY_COUNT =
            Comparator.comparingLong(FacetCount::count).reversed();

    /** For each facet its values: place in the given order, and place by label where that order is by count. */
    private final Map<Facet, Map<String, Integer>> places = new HashMap<>();

    FacetOrder(Vocabularies vocabularies) {
        for (Facet facet : Facet.values()) {
            places.put(facet, places(inOrder(facet, vocabularies)));
        }
    }

    private static List<String> inOrder(Facet facet, Vocabularies vocabularies) {
        if (facet.vocabulary().isEmpty()) {
            return facet.fixedValues();
        }
        List<Term> terms = vocabularies.terms(facet.vocabulary().get());
        if (facet.order() == Facet.Order.COUNT) {
            terms = terms.stream()
                    .sorted(Comparator.comparing((Term term) -> term.label(Locale.GERMAN), Collation.order()))
                    .toList();
        }
        return terms.stream().map(term -> term.id().value()).toList();
    }

    private static Map<String, Integer> places(List<String> values) {
        Map<String, Integer> places = new HashMap<>();
        values.forEach(value -> places.put(value, places.size()));
        return places;
    }

    /**
     * All values with a count, and all that are chosen. Values that have left their list come last.
     *
     * @param counts of each value; not those of an open facet, see {@link ValueNumbers#first}
     */
    List<FacetCount> listed(Facet facet, Map<String, Long> counts, Set<String> chosen) {
        Stream<FacetCount> counted = counts.entrySet().stream()
                .map(count -> new FacetCount(count.getKey(), count.getValue(), chosen.contains(count.getKey())));
        Stream<FacetCount> uncounted = chosen.stream()
                .filter(value -> !counts.containsKey(value))
                .map(value -> new FacetCount(value, 0, true));
        return Stream.concat(counted, uncounted).sorted(order(facet)).toList();
    }

    private Comparator<FacetCount> order(Facet facet) {
        Map<String, Integer> order = places.getOrDefault(facet, Map.of());
        Comparator<FacetCount> byPlace = Comparator.<FacetCount>comparingInt(
                        count -> order.getOrDefault(count.value(), Integer.MAX_VALUE))
                .thenComparing(FacetCount::value);
        return facet.order() == Facet.Order.COUNT ? BY_COUNT.thenComparing(byPlace) : byPlace;
    }
}
