package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.praxisdatenbank.query.Facet;

/**
 * The facets of an index as sets of documents in memory: a bit for each value and document, so 1,000,000 practices take
 * some 20 MB for all lists together. Read when a segment is first counted, kept as long as it is open. Safe for use by
 * any thread.
 */
final class FacetColumns {
    private final Map<Facet, ValueNumbers> values = new EnumMap<>(Facet.class);
    private final PerSegment<OfSegment> segments = new PerSegment<>();

    FacetColumns() {
        Collation collation = new Collation();
        for (Facet facet : Facet.values()) {
            values.put(facet, new ValueNumbers(collation));
        }
    }

    /** The numbers of a facet's values. */
    ValueNumbers values(Facet facet) {
        ValueNumbers found = values.get(facet);
        if (found == null) {
            throw new IllegalArgumentException(facet + " has no values");
        }
        return found;
    }

    /** How many segments columns are kept of. */
    int size() {
        return segments.size();
    }

    /** @param today the day for which what depends on the day is told */
    FacetColumn of(LeafReader segment, Facet facet, LocalDate today) throws IOException {
        try {
            return segments.of(segment, OfSegment::new).of(PerSegment.whole(segment), facet, today);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The columns of one segment, all of the same day. */
    private final class OfSegment {
        private final Map<Facet, FacetColumn> columns = new HashMap<>();
        private LocalDate day = LocalDate.MIN;

        synchronized FacetColumn of(LeafReader segment, Facet facet, LocalDate today) {
            if (!day.equals(today)) {
                columns.clear();
                day = today;
            }
            return columns.computeIfAbsent(facet, missing -> read(segment, facet, today));
        }

        private FacetColumn read(LeafReader segment, Facet facet, LocalDate today) {
            try {
                return FacetReader.read(segment, facet, today, values(facet));
            } catch (IOException e) {
                throw new UncheckedIOException("reading the facet " + facet.parameter(), e);
            }
        }
    }
}
