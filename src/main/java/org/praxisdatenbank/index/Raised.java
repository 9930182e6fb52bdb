package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Reason.Raise;

/** What the score of a practice is multiplied by, whatever was asked. */
final class Raised extends DoubleValuesSource {
    private final long since;

    Raised(LocalDate today) {
        this.since = today.toEpochDay() - Ranking.CONFIRMED_DAYS;
    }

    /** What raises a document. */
    Set<Raise> of(LeafReader reader, int document) throws IOException {
        Set<Raise> raises = EnumSet.noneOf(Raise.class);
        if (DocValues.getNumeric(reader, Fields.PASSED).advanceExact(document)) {
            raises.add(Raise.GOOD_PRACTICE);
        }
        if (isConfirmed(DocValues.getNumeric(reader, Fields.CONFIRMED), document)) {
            raises.add(Raise.CONFIRMED);
        }
        return raises;
    }

    private boolean isConfirmed(NumericDocValues days, int document) throws IOException {
        return days.advanceExact(document) && days.longValue() >= since;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext segment, @Nullable DoubleValues scores) throws IOException {
        NumericDocValues goodPractice = DocValues.getNumeric(segment.reader(), Fields.PASSED);
        NumericDocValues confirmed = DocValues.getNumeric(segment.reader(), Fields.CONFIRMED);
        return new DoubleValues() {
            private double value = 1;

            @Override
            public double doubleValue() {
                return value;
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                value = (goodPractice.advanceExact(document) ? Ranking.GOOD_PRACTICE : 1)
                        * (isConfirmed(confirmed, document) ? Ranking.CONFIRMED : 1);
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return DocValues.isCacheable(segment, Fields.PASSED, Fields.CONFIRMED);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Raised raised && raised.since == since;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(since);
    }

    @Override
    public String toString() {
        return "raised(since day " + since + ")";
    }
}
