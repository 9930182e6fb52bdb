package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Period.Status;
import org.praxisdatenbank.query.Facet;

/** Reads the values of a facet out of a segment. */
final class FacetReader {
    private FacetReader() {}

    /** Value to who carries it; deleted documents may be among them. */
    static Map<String, FixedBitSet> read(LeafReader segment, Facet facet, LocalDate today) throws IOException {
        return facet == Facet.STATUS ? status(segment, today) : terms(segment, Fields.of(facet));
    }

    private static Map<String, FixedBitSet> terms(LeafReader segment, String field) throws IOException {
        Map<String, FixedBitSet> carriers = new HashMap<>();
        @Nullable Terms terms = segment.terms(field);
        TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            FixedBitSet documents = new FixedBitSet(segment.maxDoc());
            documents.or(all.postings(null, PostingsEnum.NONE));
            carriers.put(term.utf8ToString(), documents);
        }
        return carriers;
    }

    private static Map<String, FixedBitSet> status(LeafReader segment, LocalDate today) throws IOException {
        Map<String, FixedBitSet> carriers = new HashMap<>();
        NumericDocValues endDays = DocValues.getNumeric(segment, Fields.END_DAY);
        for (int document = 0; document < segment.maxDoc(); document++) {
            carriers.computeIfAbsent(
                            FilterQuery.name(status(endDays, document, today)),
                            first -> new FixedBitSet(segment.maxDoc()))
                    .set(document);
        }
        return carriers;
    }

    private static Status status(NumericDocValues endDays, int document, LocalDate today) throws IOException {
        if (!endDays.advanceExact(document)) {
            return Status.UNKNOWN;
        }
        return endDays.longValue() < today.toEpochDay() ? Status.COMPLETED : Status.RUNNING;
    }
}
