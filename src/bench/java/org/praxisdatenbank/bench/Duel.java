package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ours and another, taking turns, round by round. For one thread. */
final class Duel {
    /** Java compiles both sides while they run; a server that has just started is measured by the part {@code start}. */
    private static final int WARMING = 8;

    private final List<Times> ours = new ArrayList<>();
    private final List<Times> others = new ArrayList<>();

    /** One of the two. */
    interface Side {
        void run(int number) throws Exception;
    }

    /**
     * Runs both for each number, in changing order; the first rounds only warm up.
     *
     * @param numbers below which each is run once a round
     */
    static Duel of(int rounds, int numbers, Side ours, Side other) throws Exception {
        return of(WARMING, rounds, numbers, ours, other);
    }

    /** The same for work so long that it warms itself up. */
    static Duel cold(int rounds, int numbers, Side ours, Side other) throws Exception {
        return of(0, rounds, numbers, ours, other);
    }

    private static Duel of(int warming, int rounds, int numbers, Side ours, Side other) throws Exception {
        Duel duel = new Duel();
        for (int round = 0; round < warming + rounds; round++) {
            Times one = new Times();
            Times two = new Times();
            for (int number = 0; number < numbers; number++) {
                int turn = number;
                if ((number + round) % 2 == 0) {
                    one.measure(() -> ours.run(turn));
                    two.measure(() -> other.run(turn));
                } else {
                    two.measure(() -> other.run(turn));
                    one.measure(() -> ours.run(turn));
                }
            }
            if (round >= warming) {
                duel.ours.add(one);
                duel.others.add(two);
            }
        }
        return duel;
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
