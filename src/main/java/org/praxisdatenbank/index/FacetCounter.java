package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Facet;

/** Counts the values of one facet in one pass over the documents; for one thread. */
class FacetCounter {
    private final Facet facet;
    private final Set<String> chosen;
    private final LocalDate today;
    private final Map<String, Long> counts = new HashMap<>();

    private @Nullable SegmentFacet segment;
    private long[] bySegmentOrdinal = new long[0];
    private boolean[] isChosen = new boolean[0];

    /** @param chosen the facet's own any-of choice */
    FacetCounter(Facet facet, Set<String> chosen, LocalDate today) {
        this.facet = facet;
        this.chosen = chosen;
        this.today = today;
    }

    static FacetCounter of(Facet facet, Set<String> chosen, LocalDate today) {
        return facet == Facet.YEAR ? new YearCounter(chosen, today) : new FacetCounter(facet, chosen, today);
    }

    Facet facet() {
        return facet;
    }

    boolean isFiltering() {
        return !chosen.isEmpty();
    }

    void enter(LeafReader reader) throws IOException {
        leave();
        SegmentFacet opened = SegmentFacet.open(facet, reader, today);
        bySegmentOrdinal = new long[opened.size()];
        isChosen = new boolean[opened.size()];
        if (isFiltering()) {
            for (int ordinal = 0; ordinal < isChosen.length; ordinal++) {
                isChosen[ordinal] = chosen.contains(opened.value(ordinal));
            }
        }
        segment = opened;
    }

    /** Whether the document carries one of the chosen values. */
    boolean accepts(int document) throws IOException {
        SegmentFacet values = entered();
        int number = values.read(document);
        for (int index = 0; index < number; index++) {
            if (isChosen[values.ordinal(index)]) {
                return true;
            }
        }
        return false;
    }

    void count(int document) throws IOException {
        SegmentFacet values = entered();
        int number = values.read(document);
        for (int index = 0; index < number; index++) {
            bySegmentOrdinal[values.ordinal(index)]++;
        }
    }

    /** Value to number of documents, without those that have none. */
    Map<String, Long> counts() throws IOException {
        leave();
        return counts;
    }

    private SegmentFacet entered() {
        if (segment == null) {
            throw new IllegalStateException("no segment entered");
        }
        return segment;
    }

    private void leave() throws IOException {
        if (segment == null) {
            return;
        }
        for (int ordinal = 0; ordinal < bySegmentOrdinal.length; ordinal++) {
            if (bySegmentOrdinal[ordinal] > 0) {
                counts.merge(segment.value(ordinal), bySegmentOrdinal[ordinal], Long::sum);
            }
        }
        segment = null;
    }
}
