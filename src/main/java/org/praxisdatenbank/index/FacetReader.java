package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Freshness;
import org.praxisdatenbank.practice.Period.Status;
import org.praxisdatenbank.query.Facet;

/** Reads the values of a facet out of a segment. */
final class FacetReader {
    private FacetReader() {}

    /** @param today for what depends on the day */
    static FacetColumn read(LeafReader segment, Facet facet, LocalDate today, ValueNumbers values) throws IOException {
        return switch (facet) {
            case STATUS -> new ValueColumn(values, status(segment, today));
            case FRESHNESS -> new ValueColumn(values, freshness(segment, today));
            case YEAR -> years(segment, today);
            case PROVIDER -> single(segment, Fields.of(facet), values);
            default -> new ValueColumn(values, terms(segment, Fields.of(facet)));
        };
    }

    private static FacetColumn years(LeafReader segment, LocalDate today) throws IOException {
        int[] first = new int[segment.maxDoc()];
        int[] last = new int[segment.maxDoc()];
        Arrays.fill(first, YearColumn.NONE);
        NumericDocValues firsts = DocValues.getNumeric(segment, Fields.FIRST_YEAR);
        NumericDocValues lasts = DocValues.getNumeric(segment, Fields.LAST_YEAR);
        while (firsts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (lasts.advanceExact(firsts.docID())) {
                first[firsts.docID()] = (int) firsts.longValue();
                last[firsts.docID()] = (int) lasts.longValue();
            }
        }
        return new YearColumn(first, last, today.getYear());
    }

    private static FacetColumn single(LeafReader segment, String field, ValueNumbers values) throws IOException {
        int[] numbers = new int[segment.maxDoc()];
        Arrays.fill(numbers, SingleColumn.NONE);
        @Nullable Terms terms = segment.terms(field);
        TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            int number = values.number(term.utf8ToString());
            PostingsEnum documents = all.postings(null, PostingsEnum.NONE);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                numbers[documents.docID()] = number;
            }
        }
        return new SingleColumn(values, numbers);
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

    /**
     * Carriers of what depends on a day.
     *
     * @param unknown value of documents without that day
     * @param value of a day
     */
    private static Map<String, FixedBitSet> byDay(
            LeafReader segment, String field, String unknown, LongFunction<String> value) throws IOException {
        Map<String, FixedBitSet> carriers = new HashMap<>();
        NumericDocValues days = DocValues.getNumeric(segment, field);
        for (int document = 0; document < segment.maxDoc(); document++) {
            String carried = days.advanceExact(document) ? value.apply(days.longValue()) : unknown;
            carriers.computeIfAbsent(carried, first -> new FixedBitSet(segment.maxDoc()))
                    .set(document);
        }
        return carriers;
    }

    private static Map<String, FixedBitSet> status(LeafReader segment, LocalDate today) throws IOException {
        return byDay(
                segment,
                Fields.END_DAY,
                FilterQuery.name(Status.UNKNOWN),
                day -> FilterQuery.name(day < today.toEpochDay() ? Status.COMPLETED : Status.RUNNING));
    }

    private static Map<String, FixedBitSet> freshness(LeafReader segment, LocalDate today) throws IOException {
        return byDay(
                segment, Fields.CONFIRMED, Freshness.UNKNOWN.id(), day -> Freshness.of(LocalDate.ofEpochDay(day), today)
                        .id());
    }
}
