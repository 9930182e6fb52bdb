package org.praxisdatenbank.search;

import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.query.SearchQuery.Wanted;

/**
 * How much one request may ask for.
 *
 * @param query how much its query text may ask for
 * @param pageSize most hits on one page
 * @param depth most hits that can be reached by page numbers; beyond, a cursor leads on
 * @param facetValues most values that are listed of an open facet
 * @param filterValues most values of all its filters together
 */
public record SearchLimits(QueryLimits query, int pageSize, int depth, int facetValues, int filterValues) {
    public static final SearchLimits DEFAULT =
            new SearchLimits(QueryLimits.DEFAULT, 100, 10_000, Wanted.DEFAULT_VALUES, 100);

    public SearchLimits {
        if (facetValues < 1 || filterValues < 1 || pageSize < 1 || depth < pageSize) {
            throw new IllegalArgumentException("limits must be positive, and the depth at least one page");
        }
    }
}
