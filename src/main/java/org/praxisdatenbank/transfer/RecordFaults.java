package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;

/** Takes down what is wrong with one record. Used by one thread. */
final class RecordFaults {
    private final Place place;
    private final @Nullable String id;
    private final FindingLog log;
    private boolean isEmpty = true;

    RecordFaults(Place place, @Nullable String id, FindingLog log) {
        this.place = place;
        this.id = id == null ? null : Finding.shown(id);
        this.log = log;
    }

    /**
     * @param field null: the record as a whole
     * @param value as it stands there; null: nothing to show
     */
    void add(@Nullable String field, @Nullable String value, String message) {
        isEmpty = false;
        log.add(new Finding(
                place,
                id,
                field == null ? null : Finding.shown(field),
                value == null ? null : Finding.shown(value),
                message));
    }

    boolean isEmpty() {
        return isEmpty;
    }
}
