package org.praxisdatenbank.index;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.praxisdatenbank.query.SearchQuery;

/** The orders of hits; each ends with the id, so that no two hits are equal. */
final class Orders {
    private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING);

    private Orders() {}

    /** The order of hits that all have the same score. */
    static Sort unscored(SearchQuery.Sort sort) {
        return sort == SearchQuery.Sort.RELEVANCE ? new Sort(BY_ID) : of(sort);
    }

    static Sort of(SearchQuery.Sort sort) {
        return new Sort(
                switch (sort) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case NEWEST -> new SortField(Fields.CREATED, SortField.Type.LONG, true);
                    case UPDATED -> new SortField(Fields.UPDATED, SortField.Type.LONG, true);
                    case TITLE -> new SortField(Fields.TITLE_ORDER, SortField.Type.STRING);
                },
                BY_ID);
    }
}
