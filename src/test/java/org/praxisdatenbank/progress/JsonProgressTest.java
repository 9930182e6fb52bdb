package org.praxisdatenbank.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class JsonProgressTest {
    private final StringWriter out = new StringWriter();
    private Instant now = Instant.EPOCH;
    private final JsonProgress progress = new JsonProgress(new PrintWriter(out, true), () -> now);

    private void after(int millis, long steps) {
        now = now.plusMillis(millis);
        progress.advance(steps);
    }

    @Test
    void each_phase_tells_its_begin_its_end_and_some_steps_between_and_the_last_line_is_the_result() {
        progress.phase("index", 1_000);
        after(100, 100);
        after(150, 150);
        after(250, 750);
        progress.phase("merge", -1);
        now = now.plusMillis(500);
        progress.done(1_000);
        progress.close();

        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"event\":\"progress\",\"phase\":\"index\",\"done\":0,\"total\":1000,\"per_second\":0,\"seconds_left\":null}",
                        "{\"event\":\"progress\",\"phase\":\"index\",\"done\":250,\"total\":1000,\"per_second\":1000,\"seconds_left\":1}",
                        "{\"event\":\"progress\",\"phase\":\"index\",\"done\":1000,\"total\":1000,\"per_second\":2000,\"seconds_left\":0}",
                        "{\"event\":\"progress\",\"phase\":\"merge\",\"done\":0,\"total\":null,\"per_second\":0,\"seconds_left\":null}",
                        "{\"event\":\"result\",\"status\":\"done\",\"practices\":1000,\"seconds\":1.0}");
    }

    @Test
    void what_ends_otherwise_says_why() {
        progress.phase("index", 10);
        progress.ended("cancelled", "It was \"cancelled\".");

        assertThat(out.toString())
                .endsWith(
                        "{\"event\":\"result\",\"status\":\"cancelled\",\"message\":\"It was \\\"cancelled\\\".\",\"seconds\":0.0}"
                                + System.lineSeparator());
    }
}
