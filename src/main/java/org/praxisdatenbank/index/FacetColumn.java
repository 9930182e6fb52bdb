package org.praxisdatenbank.index;

import java.util.Collection;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of a segment carry which values of a facet; deleted ones may be among them. Immutable and safe for use
 * by any thread.
 */
sealed interface FacetColumn permits ValueColumn, SingleColumn, YearColumn {

    /** Adds to the counts, by the numbers of the values, how many of the documents carry each. */
    void count(SegmentHits documents, long[] counts);

    /**
     * A new set of all documents that carry one of the values.
     *
     * @param size documents of the segment
     */
    FixedBitSet with(Collection<String> values, int size);
}
