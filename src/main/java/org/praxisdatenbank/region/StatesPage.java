package org.praxisdatenbank.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.search.StateCounts;
import org.praxisdatenbank.web.Frame;

/**
 * All states.
 *
 * @param rows in the order of their names
 */
public record StatesPage(Frame frame, StateCounts counts, List<Row> rows) {
    public StatesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One state.
     *
     * @param office host and place of its office; null: not known
     */
    public record Row(StateCounts.Row state, @Nullable String office) {}
}
