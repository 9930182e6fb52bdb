package org.praxisdatenbank.index;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.FixedBitSet;

/** A number for each document: for a facet with many values, of which each document has one at most. */
final class SingleColumn implements FacetColumn {
    static final int NONE = -1;

    private final ValueNumbers values;
    private final int[] numbers;

    /** @param numbers of each document's value, or {@link #NONE} */
    SingleColumn(ValueNumbers values, int[] numbers) {
        this.values = values;
        this.numbers = numbers;
    }

    @Override
    public void count(SegmentHits documents, long[] counts) {
        documents.forEach(document -> {
            if (numbers[document] != NONE) {
                counts[numbers[document]]++;
            }
        });
    }

    /**
     * Gathers the numbers of the values that the documents carry, in any order, one for each document.
     *
     * @param carried takes them from {@code number} on
     * @return how many there are then; -1 where there is no room for them
     */
    int gather(SegmentHits documents, int[] carried, int number) {
        if (number + documents.size() > carried.length) {
            return -1;
        }
        int[] next = {number};
        documents.forEach(document -> {
            if (numbers[document] != NONE) {
                carried[next[0]++] = numbers[document];
            }
        });
        return next[0];
    }

    @Override
    public FixedBitSet with(Collection<String> chosen, int size) {
        Set<Integer> wanted = chosen.stream().map(values::number).collect(Collectors.toSet());
        FixedBitSet documents = new FixedBitSet(size);
        for (int document = 0; document < numbers.length; document++) {
            if (wanted.contains(numbers[document])) {
                documents.set(document);
            }
        }
        return documents;
    }
}
