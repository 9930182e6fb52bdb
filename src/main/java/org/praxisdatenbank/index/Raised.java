package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.praxisdatenbank.query.Reason.Raise;

/**
 * What the score of a practice is multiplied by, whichever words were asked for.
 *
 * @param hasText false where none were: nothing is put before others then
 * @param since the first day (since 1970) that counts as lately confirmed
 */
record Raised(boolean hasText, long since) {
    /** The largest factor. */
    static final double MOST = Ranking.GOOD_PRACTICE * Ranking.CONFIRMED;

    Raised(boolean hasText, LocalDate today) {
        this(hasText, today.toEpochDay() - Ranking.CONFIRMED_DAYS);
    }

    /** The score of a hit by its words, raised. */
    float score(IndexReader reader, ScoreDoc hit) throws IOException {
        InSegment place = InSegment.of(reader, hit.doc);
        return (float) (hit.score * in(place.segment().reader()).of(place.document()));
    }

    /** For documents of a segment in ascending order. */
    Factors in(LeafReader segment) throws IOException {
        return new Factors(values(segment, Fields.PASSED), values(segment, Fields.CONFIRMED), since);
    }

    private NumericDocValues values(LeafReader segment, String field) throws IOException {
        return hasText ? DocValues.getNumeric(segment, field) : DocValues.emptyNumeric();
    }

    /** The values of one segment, for one thread. */
    record Factors(NumericDocValues goodPractice, NumericDocValues confirmed, long since) {
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
