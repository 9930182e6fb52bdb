package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;

/**
 * The hits of a search and the counts of its facets, from what text and other filters leave. A document that has what is
 * chosen in every facet is a hit and counts in all. One that misses in exactly one facet is no hit, but would be with
 * another choice there: it counts in that facet alone. ("Drill sideways", as Lucene's facet module calls it.) For one
 * search, by one thread.
 */
final class FacetCounts {
    private final FacetColumns columns;
    private final List<OfSegment> segments = new ArrayList<>();

    /**
     * Chooses the hits; counting waits until it is asked for.
     *
     * @param left by segment, what text and other filters leave; must not be changed any more
     * @param counted facets whose any-of choice is looked at here; that of others has been looked at before
     * @param today for what depends on the day
     */
    FacetCounts(
            IndexReader reader,
            FixedBitSet[] left,
            FacetColumns columns,
            Filters filters,
            Set<Facet> counted,
            LocalDate today)
            throws IOException {
        this.columns = columns;
        for (LeafReaderContext segment : reader.leaves()) {
            Map<Facet, FacetColumn> counting = new EnumMap<>(Facet.class);
            Map<Facet, FixedBitSet> chosen = new EnumMap<>(Facet.class);
            for (Facet facet : counted) {
                FacetColumn column = columns.of(segment.reader(), facet, today);
                counting.put(facet, column);
                Set<String> values = filters.in(facet).any();
                if (!values.isEmpty()) {
                    chosen.put(facet, column.with(values, segment.reader().maxDoc()));
                }
            }
            segments.add(OfSegment.of(left[segment.ord], counting, chosen));
        }
    }

    /** By segment; must not be changed. */
    FixedBitSet[] hits() {
        return segments.stream().map(segment -> segment.hits.set()).toArray(FixedBitSet[]::new);
    }

    long total() {
        return segments.stream().mapToLong(segment -> segment.hits.size()).sum();
    }

    /**
     * Counts the documents of each value that any carries; not for an open facet.
     *
     * @param chosen a year to come counts where it is chosen, see {@link YearColumn}
     */
    Map<String, Long> of(Facet facet, Set<String> chosen) {
        if (facet == Facet.YEAR) {
            return YearColumn.named(counts(facet, YearColumn.COUNTS), chosen);
        }
        ValueNumbers values = columns.values(facet);
        return values.named(counts(facet, values.size()));
    }

    private long[] counts(Facet facet, int values) {
        long[] counts = new long[values];
        segments.forEach(segment -> segment.count(facet, counts));
        return counts;
    }

    /**
     * Counts the documents of each value of an open facet. Few documents carry few of very many values: those are
     * gathered, and no place is kept for each of the others.
     */
    ValueCounts ofOpen(Facet facet) {
        int values = columns.values(facet).size();
        int[] carried = new int[values / ValueCounts.FEW];
        int number = 0;
        for (OfSegment segment : segments) {
            number = segment.gather(facet, carried, number);
            if (number < 0) {
                return ValueCounts.of(counts(facet, values));
            }
        }
        return ValueCounts.ofEach(Arrays.copyOf(carried, number));
    }

    /**
     * One segment of the index.
     *
     * @param columns of all facets to be counted
     * @param chosen for each of them with a choice, who carries what is chosen
     */
    private record OfSegment(
            FixedBitSet left, SegmentHits hits, Map<Facet, FacetColumn> columns, Map<Facet, FixedBitSet> chosen) {

        static OfSegment of(FixedBitSet left, Map<Facet, FacetColumn> columns, Map<Facet, FixedBitSet> chosen) {
            return new OfSegment(left, new SegmentHits(both(left, chosen.values().stream())), columns, chosen);
        }

        void count(Facet facet, long[] counts) {
            FacetColumn column = columns.get(facet);
            if (column != null) {
                column.count(documents(facet), counts);
            }
        }

        /** Of an open facet, see {@link SingleColumn#gather}. */
        int gather(Facet facet, int[] carried, int number) {
            return columns.get(facet) instanceof SingleColumn column
                    ? column.gather(documents(facet), carried, number)
                    : number;
        }

        private SegmentHits documents(Facet facet) {
            return chosen.containsKey(facet) ? beside(facet) : hits;
        }

        /** What would be hits without the choice in this facet. */
        private SegmentHits beside(Facet facet) {
            return new SegmentHits(both(
                    left,
                    chosen.entrySet().stream()
                            .filter(choice -> choice.getKey() != facet)
                            .map(Map.Entry::getValue)));
        }

        private static FixedBitSet both(FixedBitSet left, Stream<FixedBitSet> choices) {
            return choices.reduce(left, (some, choice) -> {
                FixedBitSet both = some.clone();
                both.and(choice);
                return both;
            });
        }
    }
}
