package org.praxisdatenbank.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/** Takes down what is wrong with one record. Used by one thread. */
final class RecordFaults {
    private final Place place;
    private final @Nullable String id;
    private final Map<String, String> columns;
    private final FindingLog log;
    private boolean isEmpty = true;

    RecordFaults(Place place, @Nullable String id, FindingLog log) {
        this(place, id, Map.of(), log);
    }

    /** @param columns in which column each field of the record stands; empty: it is no row of a table */
    RecordFaults(Place place, @Nullable String id, Map<String, String> columns, FindingLog log) {
        this.place = place;
        this.columns = columns;
        this.id = id == null ? null : Finding.shown(id);
        this.log = log;
    }

    /**
     * @param field null: the record as a whole
     * @param value as it stands there; null: nothing to show
     */
    void add(@Nullable String field, @Nullable String value, Said wrong) {
        add(field, value, wrong, null);
    }

    /** @param suggestion what to write instead; null: not known */
    void add(@Nullable String field, @Nullable String value, Said wrong, @Nullable String suggestion) {
        isEmpty = false;
        log.add(new Finding(
                field == null ? place : place.in(columns.get(root(field))),
                id,
                field == null ? null : Finding.shown(field),
                value == null ? null : Finding.shown(value),
                wrong,
                suggestion));
    }

    /** {@code criteria} of {@code criteria[1].level}. */
    private static String root(String field) {
        return field.split("[.\\[]", 2)[0];
    }

    boolean isEmpty() {
        return isEmpty;
    }
}
