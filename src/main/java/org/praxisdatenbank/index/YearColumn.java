package org.praxisdatenbank.index;

import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;
import org.praxisdatenbank.practice.PartialDate;

/**
 * The years within which each document runs. A span of years adds one where it begins and takes one away behind its end,
 * however long it is; the sums up to a year are its count.
 */
final class YearColumn implements FacetColumn {
    /** For documents without years. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int FIRST = PartialDate.FIRST_YEAR;
    private static final int LAST = PartialDate.LAST_YEAR;
    /** Differences of what runs in a year, as filters have it, then of what is known to. */
    private static final int KNOWN = LAST - FIRST + 2;

    /** Length of the array that counts. */
    static final int COUNTS = 2 * KNOWN;

    private final int[] first;
    private final int[] last;
    private final int thisYear;

    /** @param last {@link Year#MAX_VALUE} where no end is known; then it is known to run up to this year */
    YearColumn(int[] first, int[] last, int thisYear) {
        this.first = first;
        this.last = last;
        this.thisYear = thisYear;
    }

    @Override
    public void count(SegmentHits documents, long[] counts) {
        documents.forEach(document -> {
            int from = first[document];
            if (from != NONE) {
                int to = last[document];
                add(counts, 0, from, to);
                add(counts, KNOWN, from, to == Year.MAX_VALUE ? Math.max(from, thisYear) : to);
            }
        });
    }

    private static void add(long[] differences, int offset, int from, int to) {
        differences[offset + from - FIRST]++;
        differences[offset + Math.min(to, LAST) - FIRST + 1]--;
    }

    @Override
    public FixedBitSet with(Collection<String> years, int size) {
        FixedBitSet documents = new FixedBitSet(size);
        for (String year : years) {
            int wanted = Integer.parseInt(year);
            for (int document = 0; document < first.length; document++) {
                if (first[document] != NONE && first[document] <= wanted && wanted <= last[document]) {
                    documents.set(document);
                }
            }
        }
        return documents;
    }

    /** Year to its count; years that nothing is known to run in only where they are chosen. */
    static Map<String, Long> named(long[] differences, Set<String> chosen) {
        Map<String, Long> counts = new HashMap<>();
        long running = 0;
        long known = 0;
        for (int year = FIRST; year <= LAST; year++) {
            running += differences[year - FIRST];
            known += differences[KNOWN + year - FIRST];
            if (running > 0) {
                String value = String.valueOf(year);
                if (known > 0 || chosen.contains(value)) {
                    counts.put(value, running);
                }
            }
        }
        return counts;
    }
}
