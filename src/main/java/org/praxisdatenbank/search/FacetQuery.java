package org.praxisdatenbank.search;

import java.util.List;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;

/**
 * Asks for the values of one facet, as a search counts them.
 *
 * @param search in which they are counted
 * @param find words of which a label must contain every one; empty: all values
 * @param page from 1
 * @param size values on a page, at least one
 */
record FacetQuery(Facet facet, SearchQuery search, String find, int page, int size) {

    FacetQuery with(int otherPage) {
        return new FacetQuery(facet, search, find, otherPage, size);
    }

    /**
     * A page of the values.
     *
     * @param total how many there are on all pages
     * @param isPartial whether the time was up before all was counted
     */
    record Answer(int total, List<FacetCount> values, boolean isPartial) {
        Answer {
            values = List.copyOf(values);
        }
    }
}
