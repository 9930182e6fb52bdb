package org.praxisdatenbank.index;

import java.util.Collection;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A set of documents for each value: for facets with few values. */
final class ValueColumn implements FacetColumn {
    private final Map<String, FixedBitSet> carriers;
    private final FixedBitSet[] sets;
    private final int[] numbers;

    /**
     * Numbers the values.
     *
     * @param carriers value to who carries it
     */
    ValueColumn(ValueNumbers values, Map<String, FixedBitSet> carriers) {
        this.carriers = Map.copyOf(carriers);
        this.sets = this.carriers.values().toArray(FixedBitSet[]::new);
        this.numbers = this.carriers.keySet().stream().mapToInt(values::number).toArray();
    }

    @Override
    public void count(SegmentHits documents, long[] counts) {
        for (int index = 0; index < sets.length; index++) {
            counts[numbers[index]] += documents.countIn(sets[index]);
        }
    }

    @Override
    public FixedBitSet with(Collection<String> values, int size) {
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
