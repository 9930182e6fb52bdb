package org.praxisdatenbank.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/** One record as it came out of the file. */
sealed interface Row {
    Place place();

    /**
     * It could be read.
     *
     * @param length characters it has in the file
     * @param columns in which column of a table each field stands; empty for other formats
     */
    record Read(Place place, Json value, long length, Map<String, String> columns) implements Row {
        Read(Place place, Json value, long length) {
            this(place, value, length, Map.of());
        }
    }

    /**
     * It could not, or it is too long.
     *
     * @param value what stands there; null where that says nothing
     * @param suggestion what was probably meant; null: nothing comes close
     */
    record Unreadable(Place place, @Nullable String value, Said wrong, @Nullable String suggestion) implements Row {
        Unreadable(Place place, @Nullable String value, Said wrong) {
            this(place, value, wrong, null);
        }
    }
}
