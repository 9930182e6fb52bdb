package org.praxisdatenbank.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program under mixed load for a short while; {@link Soak} does it for as long as one likes. */
final class SoakIT {
    private static final int WARMING = 2;
    private static final int SAMPLES = 6;

    @TempDir
    private Path home;

    @Test
    void under_mixed_load_neither_heap_nor_open_files_grow() throws Exception {
        Endurance.Result result = Endurance.run(home, WARMING, SAMPLES, Duration.ofSeconds(2), vitals -> {});

        List<Vitals> vitals = result.vitals();
        assertThat(result.faults()).isEmpty();
        assertThat(Vitals.median(vitals, 2, Vitals::heap))
                .as("heap in %s", vitals)
                .isLessThan(1.3 * Vitals.median(vitals, 0, Vitals::heap) + 8);
        assertThat(Vitals.median(vitals, 2, Vitals::files))
                .as("files in %s", vitals)
                .isLessThan(Vitals.median(vitals, 0, Vitals::files) + 20);
    }
}
