package org.praxisdatenbank.fruitless;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private final Months clock = new Months();
    private final Tally tally = new Tally(clock);

    /** Each from an address of its own. */
    private void search(String text, int visitors) {
        for (int i = 0; i < visitors; i++) {
            tally.add(text, "203.0.113." + i);
        }
    }

    @Test
    void what_four_visitors_searched_for_is_told_nobody() {
        search("karin musterfrau", Tally.FEW - 1);
        search("karin musterfrau", Tally.FEW - 1);

        assertThat(tally.due()).isEmpty();
    }

    @Test
    void one_visitor_is_one_however_often() {
        for (int i = 0; i < 100; i++) {
            tally.add("karin musterfrau", "203.0.113.1");
            tally.add("karl mustermann", null);
        }

        assertThat(tally.due()).isEmpty();
    }

    @Test
    void what_five_visitors_searched_for_is_due_once_and_then_what_is_added() {
        search("klettern", Tally.FEW);
        Share first = new Share("klettern", JANUARY, Tally.FEW, true);
        assertThat(tally.due()).containsExactly(first);
        assertThat(tally.due()).as("it was not written").containsExactly(first);

        tally.written(first, true);
        assertThat(tally.due()).isEmpty();
        search("klettern", Tally.FEW + 1);
        assertThat(tally.due()).containsExactly(new Share("klettern", JANUARY, 1, false));
    }

    @Test
    void what_was_deleted_meanwhile_must_become_frequent_anew() {
        search("klettern", Tally.FEW);
        tally.written(tally.due().getFirst(), false);

        search("klettern", Tally.FEW - 1);
        assertThat(tally.due()).isEmpty();
        search("klettern", Tally.FEW);
        assertThat(tally.due()).containsExactly(new Share("klettern", JANUARY, Tally.FEW, true));
    }

    @Test
    void with_the_month_all_ends_but_what_is_due() {
        search("klettern", Tally.FEW);
        search("selten", Tally.FEW - 1);
        clock.next();
        search("selten", Tally.FEW - 1);

        Share left = new Share("klettern", JANUARY, Tally.FEW, true);
        assertThat(tally.due()).containsExactly(left);
        assertThat(tally.size()).isEqualTo(1);
        tally.written(left, true);
        assertThat(tally.due()).isEmpty();
    }

    @Test
    void its_memory_is_bounded() {
        search("alt", Tally.FEW);
        for (int i = 0; i < Tally.MOST_TEXTS; i++) {
            tally.add("text " + i, null);
        }
        assertThat(tally.size()).isEqualTo(Tally.MOST_TEXTS);
        assertThat(tally.due()).isEmpty();

        search("viel", 2 * Tally.MOST_VISITORS);
        assertThat(tally.due()).containsExactly(new Share("viel", JANUARY, Tally.MOST_VISITORS, true));
    }
}
