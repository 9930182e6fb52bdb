package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.praxisdatenbank.query.Reason.Raise;

/**
 * What the score of a practice is multiplied by, whatever was asked.
 *
 * @param since the first day (since 1970) that counts as lately confirmed
 */
record Raised(long since) {
    /** The largest factor. */
    static final double MOST = Ranking.GOOD_PRACTICE * Ranking.CONFIRMED;

    Raised(LocalDate today) {
        this(today.toEpochDay() - Ranking.CONFIRMED_DAYS);
    }

    /** For documents of a segment in ascending order. */
    InSegment in(LeafReader segment) throws IOException {
        return new InSegment(
                DocValues.getNumeric(segment, Fields.PASSED), DocValues.getNumeric(segment, Fields.CONFIRMED), since);
    }

    /** The values of one segment, for one thread. */
    record InSegment(NumericDocValues goodPractice, NumericDocValues confirmed, long since) {
        double of(int document) throws IOException {
            return (isGoodPractice(document) ? Ranking.GOOD_PRACTICE : 1)
                    * (isConfirmed(document) ? Ranking.CONFIRMED : 1);
        }

        /** What raises the document. */
        Set<Raise> raises(int document) throws IOException {
            Set<Raise> raises = EnumSet.noneOf(Raise.class);
            if (isGoodPractice(document)) {
                raises.add(Raise.GOOD_PRACTICE);
            }
            if (isConfirmed(document)) {
                raises.add(Raise.CONFIRMED);
            }
            return raises;
        }

        private boolean isGoodPractice(int document) throws IOException {
            return goodPractice.advanceExact(document);
        }

        private boolean isConfirmed(int document) throws IOException {
            return confirmed.advanceExact(document) && confirmed.longValue() >= since;
        }
    }
}
