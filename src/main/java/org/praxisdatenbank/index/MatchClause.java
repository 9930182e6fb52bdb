package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Alternatives in one segment; each is gone through by itself, from the beginning of the segment to its end.
 *
 * @param plain those whose documents are known at once
 * @param checked those that must look at each document
 * @param found documents of the windows that have been gone through
 */
record MatchClause(List<DocIdSetIterator> plain, List<TwoPhaseIterator> checked, FixedBitSet found) {

    static MatchClause of(List<ScorerSupplier> alternatives, int size) throws IOException {
        List<DocIdSetIterator> plain = new ArrayList<>();
        List<TwoPhaseIterator> checked = new ArrayList<>();
        for (ScorerSupplier alternative : alternatives) {
            Scorer scorer = alternative.get(Long.MAX_VALUE);
            @Nullable TwoPhaseIterator check = scorer.twoPhaseIterator();
            if (check == null) {
                plain.add(scorer.iterator());
            } else {
                checked.add(check);
            }
        }
        return new MatchClause(plain, checked, new FixedBitSet(size));
    }

    /**
     * Finds the documents of the next window; returns all that have been found.
     *
     * @param accepted others are left out; null: none is
     * @param from first of the window, a multiple of 64
     * @param to behind its last; a multiple of 64, or the end of the segment
     */
    FixedBitSet find(@Nullable FixedBitSet accepted, int from, int to) throws IOException {
        for (DocIdSetIterator documents : plain) {
            if (documents.docID() < from) {
                documents.advance(from);
            }
            documents.intoBitSet(to, found, 0);
        }
        if (accepted != null) {
            long[] words = found.getBits();
            for (int word = from / Long.SIZE; word < FixedBitSet.bits2words(to); word++) {
                words[word] &= accepted.getBits()[word];
            }
        }
        for (TwoPhaseIterator documents : checked) {
            check(documents, accepted, from, to);
        }
        return found;
    }

    private void check(TwoPhaseIterator documents, @Nullable FixedBitSet accepted, int from, int to)
            throws IOException {
        DocIdSetIterator likely = documents.approximation();
        int document = likely.docID() < from ? likely.advance(from) : likely.docID();
        while (document < to) {
            boolean isOpen = !found.get(document) && (accepted == null || accepted.get(document));
            if (isOpen && documents.matches()) {
                found.set(document);
            }
            document = likely.nextDoc();
        }
    }
}
