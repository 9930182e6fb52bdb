package org.praxisdatenbank.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Published.FromOrigin;
import org.praxisdatenbank.practice.Published.Revision;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Lists and counts all practices of one state of the index. */
final class Listing {
    private Listing() {}

    static List<Revision> inOrder(IndexReader reader, long skipped, int limit) throws IOException {
        List<Revision> listed = new ArrayList<>();
        @Nullable Terms ids = MultiTerms.getTerms(reader, Fields.ID);
        if (ids == null) {
            return listed;
        }
        @Nullable Bits live = MultiBits.getLiveDocs(reader);
        TermsEnum inOrder = ids.iterator();
        for (long number = 0; listed.size() < limit && inOrder.next() != null; ) {
            int document = document(inOrder, live);
            if (document != DocIdSetIterator.NO_MORE_DOCS && number++ >= skipped) {
                listed.add(new Revision(new PracticeId(inOrder.term().utf8ToString()), updated(reader, document)));
            }
        }
        return listed;
    }

    private static int document(TermsEnum id, @Nullable Bits live) throws IOException {
        PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
        int document = documents.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = documents.nextDoc();
        }
        return document;
    }

    private static Instant updated(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        NumericDocValues updated = DocValues.getNumeric(segment.reader(), Fields.UPDATED);
        if (!updated.advanceExact(document - segment.docBase)) {
            throw new IllegalStateException("a document without " + Fields.UPDATED);
        }
        return Instant.ofEpochMilli(updated.longValue());
    }

    static List<FromOrigin> byOrigin(IndexReader reader) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            count(segment, counts);
        }
        return counts.entrySet().stream()
                .sorted(comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().isEmpty()) // not stated last
                        .thenComparing(comparing(Map.Entry::getKey)))
                .map(entry -> new FromOrigin(origin(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static void count(LeafReaderContext segment, Map<String, Long> counts) throws IOException {
        SortedDocValues origins = DocValues.getSorted(segment.reader(), Fields.ORIGIN);
        @Nullable Bits live = segment.reader().getLiveDocs();
        long[] byOrdinal = new long[origins.getValueCount()];
        for (int document = origins.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = origins.nextDoc()) {
            if (live == null || live.get(document)) {
                byOrdinal[origins.ordValue()]++;
            }
        }
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(origins.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
            }
        }
    }

    private static @Nullable TermId origin(String id) {
        return id.isEmpty() ? null : new TermId(Vocabulary.ORIGIN, id);
    }
}
