package org.praxisdatenbank.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;

/**
 * All criteria.
 *
 * @param rows in the order of the current edition
 */
public record CriteriaPage(Frame frame, List<Row> rows) {
    public CriteriaPage {
        rows = List.copyOf(rows);
    }

    /**
     * One criterion.
     *
     * @param name label, number and meaning
     * @param practices how many carry it
     */
    public record Row(Name name, String path, long practices) {}

    /**
     * What a criterion is called and means.
     *
     * @param number in the current edition
     * @param formerLabel in the edition of 2015, where it was another one; else null
     */
    public record Name(int number, String label, String text, boolean isBasic, @Nullable String formerLabel) {}
}
