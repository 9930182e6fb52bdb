package org.praxisdatenbank.search;

import org.praxisdatenbank.query.QueryLimits;

/**
 * How much one request may ask for.
 *
 * @param query how much its query text may ask for
 * @param pageSize most hits on one page
 * @param depth most hits that can be reached by page numbers; beyond, a cursor leads on
 * @param filterValues most values of all its filters together
 */
public record SearchLimits(QueryLimits query, int pageSize, int depth, int filterValues) {
    public static final SearchLimits DEFAULT = new SearchLimits(QueryLimits.DEFAULT, 100, 10_000, 100);

    public SearchLimits {
        if (pageSize < 1 || depth < pageSize || filterValues < 1) {
            throw new IllegalArgumentException("limits must be positive, and the depth at least one page");
        }
    }
}
