package org.praxisdatenbank.region;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * A state's office for health equity (Koordinierungsstelle Gesundheitliche Chancengleichheit).
 *
 * @param state a term of the list {@code state}
 * @param host the organisation that runs it
 * @param city null: not known
 * @param since the year it began; null: not known
 * @param url its own page
 * @param source where this was read; null: not stated
 */
public record Office(
        TermId state,
        String host,
        @Nullable String city,
        @Nullable Integer since,
        String url,
        @Nullable String source) {}
