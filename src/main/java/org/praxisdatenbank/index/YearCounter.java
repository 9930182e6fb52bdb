package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.query.Facet;

/**
 * Counts {@link Facet#YEAR}: a span of years adds one where it begins and takes one away behind its end, however long it
 * is; the sums up to a year are its count. For one thread.
 */
final class YearCounter extends FacetCounter {
    private static final int FIRST = PartialDate.FIRST_YEAR;
    private static final int LAST = PartialDate.LAST_YEAR;

    private final Set<String> chosen;
    private final boolean[] isChosen = new boolean[LAST - FIRST + 1];
    private final int thisYear;
    /** What runs in a year, as filters have it. */
    private final long[] running = new long[LAST - FIRST + 2];
    /** What is known to: up to a stated end, else up to this year. A year that nothing is known to run in is not listed. */
    private final long[] known = new long[LAST - FIRST + 2];

    private @Nullable NumericDocValues firstYears;
    private @Nullable NumericDocValues lastYears;
    private int first;
    private int last;

    YearCounter(Set<String> chosen, LocalDate today) {
        super(Facet.YEAR, chosen, today);
        this.chosen = chosen;
        this.thisYear = today.getYear();
        for (int year = FIRST; year <= LAST; year++) {
            isChosen[year - FIRST] = chosen.contains(String.valueOf(year));
        }
    }

    @Override
    void enter(LeafReader reader) throws IOException {
        firstYears = DocValues.getNumeric(reader, Fields.FIRST_YEAR);
        lastYears = DocValues.getNumeric(reader, Fields.LAST_YEAR);
    }

    @Override
    boolean accepts(int document) throws IOException {
        if (!read(document)) {
            return false;
        }
        for (int year = first; year <= Math.min(last, LAST); year++) {
            if (isChosen[year - FIRST]) {
                return true;
            }
        }
        return false;
    }

    @Override
    void count(int document) throws IOException {
        if (read(document)) {
            add(running, last);
            add(known, last == Year.MAX_VALUE ? Math.max(first, thisYear) : last);
        }
    }

    private void add(long[] differences, int end) {
        differences[first - FIRST]++;
        differences[Math.min(end, LAST) - FIRST + 1]--;
    }

    /** Returns whether the document has years. */
    private boolean read(int document) throws IOException {
        if (firstYears == null || lastYears == null) {
            throw new IllegalStateException("no segment entered");
        }
        if (!firstYears.advanceExact(document) || !lastYears.advanceExact(document)) {
            return false;
        }
        first = (int) firstYears.longValue();
        last = (int) lastYears.longValue();
        return true;
    }

    @Override
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        long running = 0;
        long known = 0;
        for (int year = FIRST; year <= LAST; year++) {
            running += this.running[year - FIRST];
            known += this.known[year - FIRST];
            String value = String.valueOf(year);
            if (known > 0 || (running > 0 && chosen.contains(value))) {
                counts.put(value, running);
            }
        }
        return counts;
    }
}
