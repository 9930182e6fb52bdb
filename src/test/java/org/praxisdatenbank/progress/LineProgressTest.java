package org.praxisdatenbank.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LineProgressTest {
    private String printed = "";
    private Instant now = Instant.EPOCH;
    private final Progress progress = new LineProgress(line -> printed += line + "\n", () -> now);

    private String printed() {
        return printed;
    }

    private void after(int seconds, long steps) {
        now = now.plusSeconds(seconds);
        progress.advance(steps);
    }

    @Test
    void a_line_comes_every_three_seconds_at_most() {
        progress.phase("import", 100_000);
        after(2, 10_000);
        after(1, 20_000);
        after(2, 1_000);
        after(1, 1_000);
        assertThat(printed())
                .isEqualTo(
                        "import: 30,000 of 100,000, 10,000/s, 0:07 left\nimport: 32,000 of 100,000, 5,333/s, 0:13 left\n");
    }

    @Test
    void a_long_rest_is_told_in_hours() {
        progress.phase("import", 10_000);
        after(5, 10);
        assertThat(printed()).isEqualTo("import: 10 of 10,000, 2/s, 1:23:15 left\n");
    }

    @Test
    void an_unknown_total_is_left_out() {
        progress.phase("import", -1);
        after(4, 1_000);
        assertThat(printed()).isEqualTo("import: 1,000, 250/s\n");
    }

    @Test
    void short_work_stays_silent() {
        progress.phase("import", 10);
        after(1, 10);
        progress.close();
        assertThat(printed()).isEmpty();
    }

    @Test
    void the_last_line_tells_the_whole() {
        progress.phase("import", 10);
        after(5, 5);
        after(1, 5);
        progress.close();
        progress.close();
        assertThat(printed()).isEqualTo("import: 5 of 10, 1/s, 0:05 left\nimport: 10 of 10, 1/s\n");
    }

    @Test
    void a_new_phase_begins_at_nothing() {
        progress.phase("read", 10);
        after(5, 5);
        progress.phase("write", 10);
        after(3, 6);
        assertThat(printed()).isEqualTo("read: 5 of 10, 1/s, 0:05 left\nwrite: 6 of 10, 2/s, 0:02 left\n");
    }
}
