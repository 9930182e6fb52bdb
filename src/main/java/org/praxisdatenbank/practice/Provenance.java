package org.praxisdatenbank.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * Where the entry comes from and where there is more.
 *
 * @param website http or https address, up to 2,000 characters; null: none
 * @param sourceUrl the page it was taken from, likewise; null: not stated
 * @param origin a term of the list {@code origin}; null: not stated
 * @param confirmed the day somebody last confirmed the entry; null: not stated
 */
public record Provenance(
        @Nullable String website, @Nullable String sourceUrl, @Nullable TermId origin, @Nullable LocalDate confirmed) {
    public static final int ADDRESS_LENGTH = 2_000;

    public static final Provenance NOT_STATED = new Provenance(null, null, null, null);

    public Provenance {
        Checks.text("website", website, ADDRESS_LENGTH);
        Checks.text("source_url", sourceUrl, ADDRESS_LENGTH);
    }
}
