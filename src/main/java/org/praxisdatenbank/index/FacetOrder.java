package org.praxisdatenbank.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Lists the counted values of a facet in its order; safe for use by any thread. */
final class FacetOrder {
    private static final int MOST_NAMES = 50_000;
    private static final Comparator<FacetCount> BY_COUNT =
            Comparator.comparingLong(FacetCount::count).reversed();

    /** For each facet its values: place in the given order, and place by label where that order is by count. */
    private final Map<Facet, Map<String, Integer>> places = new HashMap<>();

    private final Collation collation = new Collation();
    /** Of the values of open facets. */
    private final Cache<String, BytesRef> names =
            Caffeine.newBuilder().maximumSize(MOST_NAMES).build();

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
     * @param counts of each value; of an open facet with very many not of those that cannot be among the first
     * @param most of an open facet only so many, the first in its order, and those chosen
     */
    List<FacetCount> listed(Facet facet, Map<String, Long> counts, Set<String> chosen, int most) {
        Stream<FacetCount> counted = counts.entrySet().stream()
                .map(count -> new FacetCount(count.getKey(), count.getValue(), chosen.contains(count.getKey())));
        Stream<FacetCount> uncounted = chosen.stream()
                .filter(value -> !counts.containsKey(value))
                .map(value -> new FacetCount(value, 0, true));
        Stream<FacetCount> values = Stream.concat(counted, uncounted);
        return facet.isOpen()
                ? first(values, most)
                : values.sorted(order(facet)).toList();
    }

    private record Named(FacetCount count, BytesRef name) {
        static final Comparator<Named> ORDER =
                Comparator.comparing(Named::count, BY_COUNT).thenComparing(Named::name);
    }

    /** By count, then by name; what cannot be among the first is compared only once. */
    private List<FacetCount> first(Stream<FacetCount> values, int most) {
        PriorityQueue<Named> first = new PriorityQueue<>(Named.ORDER.reversed());
        List<Named> chosen = new ArrayList<>();
        values.map(value -> new Named(value, name(value))).forEach(value -> {
            Named left = value;
            if (first.size() < most) {
                first.add(value);
                return;
            }
            if (Named.ORDER.compare(value, first.element()) < 0) {
                left = first.remove();
                first.add(value);
            }
            if (left.count().selected()) {
                chosen.add(left);
            }
        });
        return Stream.concat(first.stream(), chosen.stream())
                .sorted(Named.ORDER)
                .map(Named::count)
                .toList();
    }

    private Comparator<FacetCount> order(Facet facet) {
        Map<String, Integer> order = places.getOrDefault(facet, Map.of());
        Comparator<FacetCount> byPlace = Comparator.<FacetCount>comparingInt(
                        count -> order.getOrDefault(count.value(), Integer.MAX_VALUE))
                .thenComparing(FacetCount::value);
        return facet.order() == Facet.Order.COUNT ? BY_COUNT.thenComparing(byPlace) : byPlace;
    }

    /** Sorts as the value by its words, then by its characters, so that the order is total. */
    private BytesRef name(FacetCount count) {
        return names.get(count.value(), value -> {
            BytesRefBuilder key = new BytesRefBuilder();
            key.append(collation.key(value));
            key.append(new BytesRef("\0\0" + value));
            return key.toBytesRef();
        });
    }
}
