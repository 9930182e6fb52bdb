package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.web.Frame;

/**
 * All topic areas.
 *
 * @param rows in the vocabulary's order
 */
public record TopicsPage(Frame frame, List<Row> rows) {
    public TopicsPage {
        rows = List.copyOf(rows);
    }

    /** One topic area and how many practices belong to it. */
    public record Row(String path, String label, String text, long practices) {}
}
