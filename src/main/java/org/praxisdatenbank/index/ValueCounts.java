package org.praxisdatenbank.index;

import java.util.Arrays;

/**
 * How many documents carry each value of a facet, in the order of the values' numbers (see {@link ValueNumbers}); values
 * that none carries are left out. Immutable.
 */
final class ValueCounts {
    /** Where there are so many times more values than documents, gathering is quicker than counting. */
    static final int FEW = 8;

    private final int[] numbers;
    private final long[] counts;

    private ValueCounts(int[] numbers, long[] counts, int values) {
        this.numbers = Arrays.copyOf(numbers, values);
        this.counts = Arrays.copyOf(counts, values);
    }

    /** @param counts by the number of the value */
    static ValueCounts of(long[] counts) {
        int[] numbers = new int[counts.length];
        long[] found = new long[counts.length];
        int values = 0;
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                numbers[values] = number;
                found[values++] = counts[number];
            }
        }
        return new ValueCounts(numbers, found, values);
    }

    /** @param carried a number for each document, in any order; is put in order */
    static ValueCounts ofEach(int[] carried) {
        Arrays.sort(carried);
        int[] numbers = new int[carried.length];
        long[] counts = new long[carried.length];
        int values = 0;
        for (int number : carried) {
            if (values == 0 || numbers[values - 1] != number) {
                numbers[values++] = number;
            }
            counts[values - 1]++;
        }
        return new ValueCounts(numbers, counts, values);
    }

    /** How many values are carried; places are below. */
    int values() {
        return numbers.length;
    }

    /** The number of the value at a place. */
    int number(int place) {
        return numbers[place];
    }

    /** How many documents carry the value at a place; 1 or more. */
    long count(int place) {
        return counts[place];
    }

    /** How many documents carry the value of a number. */
    long of(int number) {
        int place = Arrays.binarySearch(numbers, number);
        return place < 0 ? 0 : counts[place];
    }

    /** What the last of so many values counts, those with most documents first; 1 where there are no more than these. */
    long least(int most) {
        if (counts.length <= most) {
            return 1;
        }
        long[] ascending = counts.clone();
        Arrays.sort(ascending);
        return ascending[counts.length - most];
    }
}
