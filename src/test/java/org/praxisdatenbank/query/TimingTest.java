package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimingTest {

    @Test
    void parts_stand_in_the_order_in_which_they_first_ended_and_make_up_the_whole() {
        Timing timing = new Timing();
        timing.lap("find");
        timing.lap("fields");
        timing.lap("marks");
        timing.lap("fields");
        assertThat(timing.parts().keySet()).containsExactly("find", "fields", "marks");
        assertThat(timing.parts().values())
                .allSatisfy(time -> assertThat(time.isNegative()).isFalse());
        assertThat(timing.total()).isEqualTo(timing.parts().values().stream().reduce(Duration.ZERO, Duration::plus));
    }
}
