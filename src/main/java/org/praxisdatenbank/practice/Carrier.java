package org.praxisdatenbank.practice;

import org.jspecify.annotations.Nullable;

/**
 * Who carries the practice, and where. An organisation, never a person.
 *
 * @param provider up to 300 characters; null: not stated
 * @param place up to 200 characters; null: not stated
 * @param postalCode five digits; null: not stated
 */
public record Carrier(@Nullable String provider, @Nullable String place, @Nullable String postalCode) {
    public static final int PROVIDER_LENGTH = 300;
    public static final int PLACE_LENGTH = 200;

    public Carrier {
        Checks.text("provider", provider, PROVIDER_LENGTH);
        Checks.text("place", place, PLACE_LENGTH);
    }
}
