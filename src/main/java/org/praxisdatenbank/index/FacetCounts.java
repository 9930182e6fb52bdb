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
     * What was counted of one facet.
     *
     * @param documents of a value; of very many values those with few documents are left out
     * @param values how many values have documents, those left out too
     */
    record Counted(Map<String, Long> documents, int values) {}

    /**
     * Counts the documents of each value.
     *
     * @param chosen a year to come counts where it is chosen, see {@link YearColumn}; no other chosen value is left out
     * @param most of an open facet at least so many values are given, those with most documents, and all with as many
     *     as the last of these; a positive number
     */
    Counted of(Facet facet, Set<String> chosen, int most) {
        ValueNumbers values = columns.values(facet);
        long[] counts = new long[facet == Facet.YEAR ? YearColumn.COUNTS : values.size()];
        segments.forEach(segment -> segment.count(facet, counts));
        if (facet == Facet.YEAR) {
            Map<String, Long> years = YearColumn.named(counts, chosen);
            return new Counted(years, years.size());
        }
        long[] found = Arrays.stream(counts).filter(count -> count > 0).toArray();
        return new Counted(values.named(counts, facet.isOpen() ? least(found, most) : 1, chosen), found.length);
    }

    /** The count of the last value that must be given. */
    private static long least(long[] found, int most) {
        if (found.length <= most) {
            return 1;
        }
        Arrays.sort(found);
        return found[found.length - most];
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
                column.count(chosen.containsKey(facet) ? beside(facet) : hits, counts);
            }
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
