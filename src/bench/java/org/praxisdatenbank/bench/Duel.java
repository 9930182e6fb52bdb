package org.praxisdatenbank.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ours and another, taking turns, round by round. For one thread. */
final class Duel {
    /**
     * Java compiles for good what has been called some 5,000 times, and most of an answer is called once for each; a
     * server that has just started is measured by the part {@code start}.
     */
    private static final int WARMING = 10_000;

    private static final Duration LONGEST_WARMING = Duration.ofSeconds(90);

    private final List<Times> ours = new ArrayList<>();
    private final List<Times> others = new ArrayList<>();

    /** One of the two. */
    interface Side {
        void run(int number) throws Exception;
    }

    /**
     * Runs both for each number, in changing order, once each side has run 10,000 times or for a minute and a half.
     *
     * @param numbers below which each is run once a round
     */
    static Duel of(int rounds, int numbers, Side ours, Side other) throws Exception {
        long began = System.nanoTime();
        Duel warming = new Duel();
        for (int run = 0; run < WARMING && System.nanoTime() - began < LONGEST_WARMING.toNanos(); run += numbers) {
            warming.round(numbers, ours, other);
        }
        return atOnce(rounds, numbers, ours, other);
    }

    /** The same for what is warm, or takes so long that it warms itself up. */
    static Duel atOnce(int rounds, int numbers, Side ours, Side other) throws Exception {
        Duel duel = new Duel();
        for (int round = 0; round < rounds; round++) {
            duel.round(numbers, ours, other);
        }
        return duel;
    }

    private void round(int numbers, Side ours, Side other) throws Exception {
        Times one = new Times();
        Times two = new Times();
        for (int number = 0; number < numbers; number++) {
            int turn = number;
            if ((number + this.ours.size()) % 2 == 0) {
                one.measure(() -> ours.run(turn));
                two.measure(() -> other.run(turn));
            } else {
                two.measure(() -> other.run(turn));
                one.measure(() -> ours.run(turn));
            }
        }
        this.ours.add(one);
        this.others.add(two);
    }

    double ours(double share) {
        return median(ours, times -> times.at(share));
    }

    double other(double share) {
        return median(others, times -> times.at(share));
    }

    /** Median of the rounds' own ratios. */
    double ratio(double share) {
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ours.get(round).at(share) / others.get(round).at(share);
        }
        return Times.median(ratios);
    }

    private static double median(List<Times> rounds, ToDoubleFunction<Times> figure) {
        return Times.median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Adds the row of one share of the times. */
    void addTo(Table table, String what, String goal, double share) {
        table.add(what, goal, Table.millis(ours(share)), Table.millis(other(share)), ratio(share));
    }
}
