package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.MultiTermQuery.RewriteMethod;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a query over many words comes to in each field: it is needed to match, to score and to show. For one search
 * in one state of the index, by one thread.
 */
abstract class RewrittenOnce extends RewriteMethod {
    private final Map<String, Query> found = new HashMap<>();

    @Override
    public final Query rewrite(IndexSearcher searcher, MultiTermQuery asked) throws IOException {
        @Nullable Query known = found.get(asked.getField());
        if (known == null) {
            known = find(searcher, asked);
            found.put(asked.getField(), known);
        }
        return known;
    }

    /** Asked once for each field. */
    abstract Query find(IndexSearcher searcher, MultiTermQuery asked) throws IOException;
}
