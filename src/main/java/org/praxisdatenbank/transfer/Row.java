package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;

/** One record as it came out of the file. */
sealed interface Row {
    Place place();

    /**
     * It is JSON.
     *
     * @param length characters it has in the file
     */
    record Read(Place place, Json value, long length) implements Row {}

    /**
     * It is not, or it is too long.
     *
     * @param value what stands there; null where that says nothing
     */
    record Unreadable(Place place, @Nullable String value, String message) implements Row {}
}
