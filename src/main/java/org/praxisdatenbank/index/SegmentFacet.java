package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.praxisdatenbank.practice.Period.Status;
import org.praxisdatenbank.query.Facet;

/** The values of one facet in one segment, by their ordinals. Documents are read in ascending order, by one thread. */
sealed interface SegmentFacet {

    static SegmentFacet open(Facet facet, LeafReader segment, LocalDate today) throws IOException {
        return facet == Facet.STATUS
                ? new OfStatus(DocValues.getNumeric(segment, Fields.END_DAY), today.toEpochDay())
                : new OfTerms(DocValues.getSortedSet(segment, Fields.of(facet)));
    }

    /** How many values there are; ordinals are below. */
    int size();

    String value(int ordinal) throws IOException;

    /** Reads the values of a document, to be had with {@link #ordinal}; returns their number. */
    int read(int document) throws IOException;

    int ordinal(int index);

    /** Values that are stored. */
    final class OfTerms implements SegmentFacet {
        private final SortedSetDocValues values;
        private int[] ordinals = new int[8];

        OfTerms(SortedSetDocValues values) {
            this.values = values;
        }

        @Override
        public int size() {
            return Math.toIntExact(values.getValueCount());
        }

        @Override
        public String value(int ordinal) throws IOException {
            return values.lookupOrd(ordinal).utf8ToString();
        }

        @Override
        public int read(int document) throws IOException {
            if (!values.advanceExact(document)) {
                return 0;
            }
            int count = values.docValueCount();
            if (count > ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, count);
            }
            for (int index = 0; index < count; index++) {
                ordinals[index] = (int) values.nextOrd();
            }
            return count;
        }

        @Override
        public int ordinal(int index) {
            return ordinals[index];
        }
    }

    /** The status, which depends on the day. */
    final class OfStatus implements SegmentFacet {
        private static final Status[] ALL = Status.values();

        private final NumericDocValues endDays;
        private final long today;
        private Status status = Status.UNKNOWN;

        OfStatus(NumericDocValues endDays, long today) {
            this.endDays = endDays;
            this.today = today;
        }

        @Override
        public int size() {
            return ALL.length;
        }

        @Override
        public String value(int ordinal) {
            return FilterQuery.name(ALL[ordinal]);
        }

        @Override
        public int read(int document) throws IOException {
            status = at(document);
            return 1;
        }

        private Status at(int document) throws IOException {
            if (!endDays.advanceExact(document)) {
                return Status.UNKNOWN;
            }
            return endDays.longValue() < today ? Status.COMPLETED : Status.RUNNING;
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // an index into ALL
        public int ordinal(int index) {
            return status.ordinal();
        }
    }
}
