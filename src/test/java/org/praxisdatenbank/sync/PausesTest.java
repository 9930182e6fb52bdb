package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.sync.CatchUp.Left;

class PausesTest {
    private final Pauses pauses = new Pauses(Duration.ofSeconds(1));

    private static Stream<Long> millis(int times, Supplier<Duration> pause) {
        return Stream.generate(pause).limit(times).map(Duration::toMillis);
    }

    @Test
    void with_more_to_read_there_is_no_pause() {
        assertThat(pauses.after(Left.MORE)).isZero();
        assertThat(pauses.after(Left.NOTHING)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_is_held_back_is_looked_for_soon_and_then_less_often() {
        assertThat(millis(8, () -> pauses.after(Left.HELD_BACK)))
                .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 500L, 500L);
        pauses.after(Left.NOTHING);
        assertThat(pauses.after(Left.HELD_BACK)).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void failures_make_it_ever_slower_until_one_look_succeeds() {
        assertThat(millis(4, pauses::afterFailure)).containsExactly(2_000L, 4_000L, 5_000L, 5_000L);
        pauses.after(Left.NOTHING);
        assertThat(pauses.afterFailure()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void who_looks_seldom_does_not_hurry_when_it_fails() {
        assertThat(new Pauses(Duration.ofMinutes(1)).afterFailure()).isEqualTo(Duration.ofMinutes(1));
    }
}
