package org.praxisdatenbank.search;

import java.util.List;
import org.praxisdatenbank.search.FilterPanel.Hidden;
import org.praxisdatenbank.web.Frame;

/**
 * All values of one facet within a search.
 *
 * @param help what the numbers mean
 * @param asked the search, part by part; empty: everything
 * @param find what is looked for among the values
 */
public record FacetPage(Frame frame, String help, List<String> asked, Links links, Find find, Listed listed) {
    public FacetPage {
        asked = List.copyOf(asked);
    }

    /**
     * Where it leads.
     *
     * @param search back to the search
     * @param all the page with all values
     */
    public record Links(String search, String all) {}

    /**
     * The form.
     *
     * @param action address without a query string
     * @param hidden what the form carries along unseen
     */
    public record Find(String action, List<Hidden> hidden, String text) {
        public Find {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * A page of the values.
     *
     * @param heading how many there are on all pages
     */
    public record Listed(String heading, List<Row> rows, Paging paging) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A value.
     *
     * @param link the search with it, or without it where it is chosen
     * @param count of practices, in the page's language
     */
    public record Row(String label, String link, String count, boolean isChosen) {}
}
