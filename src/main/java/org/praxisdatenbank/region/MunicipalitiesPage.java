package org.praxisdatenbank.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;

/**
 * The partner municipalities.
 *
 * @param count how many there are in all groups
 * @param groups in the order of the states' names
 */
public record MunicipalitiesPage(Frame frame, int count, List<OfState> groups) {
    public MunicipalitiesPage {
        groups = List.copyOf(groups);
    }

    /** Those of one state, in the order of their names. */
    public record OfState(String path, String name, List<Row> rows) {
        public OfState {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One municipality.
     *
     * @param joined year; null: not known
     * @param focus its topics; null: not stated
     */
    public record Row(String name, String kind, @Nullable String joined, @Nullable String focus) {}

    /** Value of {@code lang} for the focus topics; null where the page speaks that language anyway. */
    public @Nullable String contentLanguage() {
        return frame.isGerman() ? null : "de";
    }
}
