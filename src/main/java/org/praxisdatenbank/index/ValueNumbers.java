package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Results.FacetCount;

/**
 * The values of one facet, numbered as they are met, so that segments that know nothing of each other count alike. A
 * number never changes. Safe for use by any thread.
 */
final class ValueNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    private final Collation collation;

    /** @param collation of the values' names */
    ValueNumbers(Collation collation) {
        this.collation = collation;
    }

    /** The number of the value; a new one for a new value. */
    synchronized int number(String value) {
        Integer number = numbers.putIfAbsent(value, values.size());
        if (number == null) {
            values.add(new Value(value));
            return values.size() - 1;
        }
        return number;
    }

    /** How many there are by now; numbers are below. */
    synchronized int size() {
        return values.size();
    }

    /**
     * Value to its count, without those that have none.
     *
     * @param counts by number
     */
    synchronized Map<String, Long> named(long[] counts) {
        Map<String, Long> named = new HashMap<>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                named.put(values.get(number).text, counts[number]);
            }
        }
        return named;
    }

    /**
     * The first values by count, then by name, and those that are chosen, with a count or without.
     *
     * @param most so many, or fewer; those chosen come on top
     */
    List<FacetCount> first(ValueCounts carried, Set<String> chosen, int most) {
        PriorityQueue<Counted> first = new PriorityQueue<>(Comparator.reverseOrder());
        for (Counted value : counted(carried, carried.least(most))) {
            if (first.size() < most) {
                first.add(value);
            } else if (value.compareTo(first.element()) < 0) {
                first.remove();
                first.add(value);
            }
        }
        Set<String> missing = new HashSet<>(chosen);
        first.forEach(value -> missing.remove(value.value.text));
        return Stream.concat(first.stream(), missing.stream().map(value -> counted(value, carried)))
                .sorted()
                .map(value -> new FacetCount(value.value.text, value.count, chosen.contains(value.value.text)))
                .toList();
    }

    /** Those that count at least so much; sorting them takes its time and makes nobody wait. */
    private synchronized List<Counted> counted(ValueCounts carried, long least) {
        List<Counted> counted = new ArrayList<>();
        for (int place = 0; place < carried.values(); place++) {
            if (carried.count(place) >= least) {
                counted.add(new Counted(values.get(carried.number(place)), carried.count(place)));
            }
        }
        return counted;
    }

    private synchronized Counted counted(String value, ValueCounts carried) {
        @Nullable Integer number = numbers.get(value);
        return number == null ? new Counted(new Value(value), 0) : new Counted(values.get(number), carried.of(number));
    }

    private final class Value {
        private final String text;
        private volatile @Nullable BytesRef key;

        Value(String text) {
            this.text = text;
        }

        /** Sorts as the value by its words, then by its characters, so that the order is total. */
        BytesRef key() {
            @Nullable BytesRef known = key;
            if (known == null) {
                BytesRefBuilder made = new BytesRefBuilder();
                made.append(collation.key(text));
                made.append(new BytesRef("\0\0" + text));
                known = made.toBytesRef();
                key = known;
            }
            return known;
        }
    }

    private record Counted(Value value, long count) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int byCount = Long.compare(other.count, count);
            return byCount == 0 ? value.key().compareTo(other.value.key()) : byCount;
        }
    }
}
