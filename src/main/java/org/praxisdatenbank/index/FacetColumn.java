package org.praxisdatenbank.index;

import java.util.Collection;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of a segment carry which values of a facet; deleted ones may be among them. Immutable and safe for use
 * by any thread.
 */
final class FacetColumn {
    private final Map<String, FixedBitSet> carriers;
    private final FixedBitSet[] sets;
    private final int[] numbers;

    /**
     * Numbers the values.
     *
     * @param carriers value to who carries it
     */
    FacetColumn(FacetValues values, Map<String, FixedBitSet> carriers) {
        this.carriers = Map.copyOf(carriers);
        this.sets = this.carriers.values().toArray(FixedBitSet[]::new);
        this.numbers = this.carriers.keySet().stream().mapToInt(values::number).toArray();
    }

    /** Adds to the counts, by the numbers of the values, how many of the documents carry each. */
    void count(SegmentHits documents, long[] counts) {
        for (int index = 0; index < sets.length; index++) {
            counts[numbers[index]] += documents.countIn(sets[index]);
        }
    }

    /** A new set of all documents that carry one of the values. */
    FixedBitSet with(Collection<String> values, int size) {
        FixedBitSet any = new FixedBitSet(size);
        for (String value : values) {
            @Nullable FixedBitSet set = carriers.get(value);
            if (set != null) {
                any.or(set);
            }
        }
        return any;
    }
}
