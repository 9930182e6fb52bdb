package org.praxisdatenbank.query;

import org.jspecify.annotations.Nullable;

/**
 * Years within which a practice must have run at some time, both included.
 *
 * @param from null: from ever
 * @param to null: until ever
 */
public record Years(@Nullable Integer from, @Nullable Integer to) {
    public static final Years ANY = new Years(null, null);
}
