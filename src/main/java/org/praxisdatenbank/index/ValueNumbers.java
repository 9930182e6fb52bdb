package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet, numbered as they are met, so that segments that know nothing of each other count alike. A
 * number never changes. Safe for use by any thread.
 */
final class ValueNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();

    /** The number of the value; a new one for a new value. */
    synchronized int number(String value) {
        Integer number = numbers.putIfAbsent(value, values.size());
        if (number == null) {
            values.add(value);
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
     * @param least what counts less is left out, unless it is chosen; at least 1
     */
    synchronized Map<String, Long> named(long[] counts, long least, Set<String> chosen) {
        Map<String, Long> named = new HashMap<>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] >= least) {
                named.put(values.get(number), counts[number]);
            }
        }
        for (String value : chosen) {
            @Nullable Integer number = numbers.get(value);
            if (number != null && number < counts.length && counts[number] > 0) {
                named.put(value, counts[number]);
            }
        }
        return named;
    }
}
