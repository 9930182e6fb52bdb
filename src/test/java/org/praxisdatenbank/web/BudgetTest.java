package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.web.WebSettings.Allowance;

final class BudgetTest {
    private static final Visitor ONE = new Visitor(1, false);
    private static final Visitor OTHER = new Visitor(1, true);

    private final AtomicLong nanos = new AtomicLong();
    private final Budget budget = new Budget(new Allowance(10, 2, TrustedProxies.NONE), new TestClock(nanos));

    private record TestClock(AtomicLong nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void what_is_there_can_be_spent_and_no_more() {
        assertThat(budget.pay(ONE, 8)).isZero();
        assertThat(budget.pay(ONE, 3)).isPositive();
        assertThat(budget.pay(ONE, 2)).isZero();
    }

    @Test
    void whoever_waits_as_long_as_told_is_let_in() {
        assertThat(budget.pay(ONE, 10)).isZero();
        long seconds = budget.pay(ONE, 5);
        assertThat(seconds).isEqualTo(3);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        assertThat(budget.pay(ONE, 5)).isZero();
    }

    @Test
    void one_visitor_does_not_spend_what_another_has() {
        assertThat(budget.pay(ONE, 10)).isZero();
        assertThat(budget.pay(OTHER, 10)).isZero();
    }

    @Test
    void what_costs_more_than_the_whole_budget_costs_the_whole_budget() {
        assertThat(budget.pay(ONE, 100)).isZero();
        assertThat(budget.pay(ONE, 1)).isPositive();
    }

    @Test
    void what_was_not_worked_on_is_given_back() {
        assertThat(budget.pay(ONE, 10)).isZero();
        budget.giveBack(ONE, 10);
        assertThat(budget.pay(ONE, 10)).isZero();
    }

    @Test
    void without_a_budget_nobody_pays() {
        Budget none = new Budget(Allowance.UNLIMITED, new TestClock(nanos));
        assertThat(none.pay(ONE, Integer.MAX_VALUE)).isZero();
        assertThat(none.pay(ONE, Integer.MAX_VALUE)).isZero();
    }
}
