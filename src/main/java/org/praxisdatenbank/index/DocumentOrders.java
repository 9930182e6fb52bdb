package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexSorter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSorter;

/**
 * The documents of each segment in each order, in memory: of many hits the first are found by going through the order
 * instead of through the hits. Four bytes for each document and order that has been asked for; made when first needed,
 * kept as long as the segment is open. Safe for use by any thread.
 */
final class DocumentOrders {
    private final PerSegment<ConcurrentMap<Sort, int[]>> segments = new PerSegment<>();

    /**
     * Of the hits those that can be among the first; where going through the order would not be quicker, all.
     *
     * @param hits by segment; they are not changed
     * @param order of nothing but what documents have by themselves, no scores
     * @param most how many are wanted
     */
    FixedBitSet[] first(IndexReader reader, FixedBitSet[] hits, Sort order, int most) {
        FixedBitSet[] first = hits.clone();
        for (LeafReaderContext segment : reader.leaves()) {
            FixedBitSet all = hits[segment.ord];
            double size = all.cardinality();
            if (size > most * (all.length() / size)) {
                first[segment.ord] = first(all, documents(segment.reader(), order), most);
            }
        }
        return first;
    }

    private static FixedBitSet first(FixedBitSet hits, int[] order, int most) {
        FixedBitSet first = new FixedBitSet(hits.length());
        int found = 0;
        for (int place = 0; place < order.length && found < most; place++) {
            if (hits.get(order[place])) {
                first.set(order[place]);
                found++;
            }
        }
        return first;
    }

    private int[] documents(LeafReader segment, Sort order) {
        return segments.of(segment, ConcurrentHashMap::new)
                .computeIfAbsent(order, missing -> sorted(PerSegment.whole(segment), missing));
    }

    private static int[] sorted(LeafReader segment, Sort order) {
        try {
            SortField[] fields = order.getSort();
            IndexSorter.DocComparator[] comparators = new IndexSorter.DocComparator[fields.length];
            for (int index = 0; index < fields.length; index++) {
                comparators[index] = fields[index].getIndexSorter().getDocComparator(segment, segment.maxDoc());
            }
            Sorting sorting = new Sorting(segment.maxDoc(), comparators);
            sorting.sort(0, segment.maxDoc());
            return sorting.documents;
        } catch (IOException e) {
            throw new UncheckedIOException("reading an order of the index", e);
        }
    }

    private static final class Sorting extends IntroSorter {
        private final int[] documents;
        private final IndexSorter.DocComparator[] comparators;
        private int pivot;

        Sorting(int documents, IndexSorter.DocComparator[] comparators) {
            this.documents = new int[documents];
            this.comparators = comparators;
            for (int document = 0; document < documents; document++) {
                this.documents[document] = document;
            }
        }

        @Override
        protected void swap(int one, int other) {
            int document = documents[one];
            documents[one] = documents[other];
            documents[other] = document;
        }

        @Override
        protected void setPivot(int place) {
            pivot = documents[place];
        }

        @Override
        protected int comparePivot(int place) {
            for (IndexSorter.DocComparator comparator : comparators) {
                int difference = comparator.compare(pivot, documents[place]);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }
    }
}
