package org.praxisdatenbank.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.index.Samples;

/** Freshness and completeness, as they are told to the public. */
final class QualityTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-02, YEAR",
        "2026-05-01, YEAR",
        "2025-05-01, YEAR",
        "2025-04-30, TWO_YEARS",
        "2024-05-01, TWO_YEARS",
        "2024-04-30, OLDER",
        "1999-01-01, OLDER"
    })
    void an_entry_ages_on_the_day(LocalDate confirmed, Freshness freshness) {
        assertThat(Freshness.of(confirmed, LocalDate.of(2026, 5, 1))).isEqualTo(freshness);
    }

    @Test
    void nobody_said_so_is_a_value_of_its_own() {
        assertThat(Freshness.of(null, LocalDate.of(2026, 5, 1))).isEqualTo(Freshness.UNKNOWN);
    }

    @Test
    void what_is_missing_is_named_in_the_order_of_the_form() {
        Practice practice = Samples.practice("knapp").by("Verein", null).practice();

        assertThat(Completeness.of(practice)).isEqualTo(Completeness.BRIEF);
        assertThat(Completeness.missing(practice))
                .startsWith("description", "place", "postal_code", "states")
                .doesNotContain("title", "type", "summary", "provider")
                .hasSize(13);
        assertThat(Completeness.missing(Samples.practice("mehr").detailed().practice()))
                .doesNotContain("description", "place", "postal_code", "website");
    }
}
