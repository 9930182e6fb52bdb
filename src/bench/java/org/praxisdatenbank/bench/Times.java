package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations in nanoseconds, in the order they were taken. For one thread. */
final class Times {
    private final List<Long> nanos = new ArrayList<>();

    /** What work may throw. */
    interface Work {
        void run() throws Exception;
    }

    void add(long duration) {
        nanos.add(duration);
    }

    void addAll(Times others) {
        nanos.addAll(others.nanos);
    }

    /** Runs it and keeps its duration. */
    void measure(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        add(System.nanoTime() - began);
    }

    /** @param share 0.5 is the median */
    double at(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    double median() {
        return at(0.5);
    }

    /** The middle one; of an even number the upper of the two. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
