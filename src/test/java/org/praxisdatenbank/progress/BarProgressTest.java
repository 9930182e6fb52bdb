package org.praxisdatenbank.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class BarProgressTest {

    @Test
    void it_shows_phase_share_steps_rate_and_both_times() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress bar = new BarProgress(new PrintStream(out, true, UTF_8));
        bar.phase("index", 2_000);
        bar.advance(2_000);
        bar.close();

        assertThat(out.toString(UTF_8))
                .containsPattern("index +100% \\[=+\\] 2000/2000 \\(\\d:\\d\\d:\\d\\d / \\d:\\d\\d:\\d\\d\\) .*/s");
    }
}
