package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Window;

/**
 * Which hits one page shows, in their order, and where the next page begins. For one search, by one thread.
 *
 * @param match how the words matched; a cursor remembers it
 * @param state of the index, for cursors
 */
record PagedHits(IndexSearcher searcher, SearchQuery asked, Match match, long state) {
    /** @param next cursor of the next page; null where there is none */
    record Page(List<ScoreDoc> hits, @Nullable String next) {}

    /**
     * By the score of the query, raised.
     *
     * @param hits by segment
     */
    Page byScore(FixedBitSet[] hits, Query query, Raised raised) throws IOException {
        return page(new BestHits(searcher, query, raised).of(hits, order()));
    }

    /**
     * By what the practices have by themselves; all scores are the same.
     *
     * @param hits by segment
     */
    Page unscored(FixedBitSet[] hits, DocumentOrders orders) throws IOException {
        FixedBitSet[] first = asked.window().after() == null
                ? orders.first(searcher.getIndexReader(), hits, Orders.unscored(asked.sort()), wanted())
                : hits;
        return page(searcher.search(new SetsQuery(first), order()));
    }

    private TopFieldCollectorManager order() {
        @Nullable
        FieldDoc after = asked.window().after() == null
                ? null
                : Cursor.read(asked.window().after(), asked.sort()).place();
        return new TopFieldCollectorManager(Orders.of(asked.sort()), wanted(), after, wanted());
    }

    /** One more than are shown tells whether there is a next page. */
    private int wanted() {
        long last = (long) before() + asked.window().size() + 1;
        return (int) Math.min(last, Math.max(1, searcher.getIndexReader().maxDoc()));
    }

    /** How many hits of those that are collected stand before the page. */
    private int before() {
        Window window = asked.window();
        return window.after() == null ? (int) Math.min(Integer.MAX_VALUE, (window.page() - 1L) * window.size()) : 0;
    }

    private Page page(TopFieldDocs found) {
        List<ScoreDoc> best = List.of(found.scoreDocs);
        int first = Math.min(before(), best.size());
        int end = Math.min(first + asked.window().size(), best.size());
        boolean isMore = end < best.size() && end > first;
        @Nullable
        String next = isMore ? new Cursor((FieldDoc) best.get(end - 1), match, state).print(asked.sort()) : null;
        return new Page(best.subList(first, end), next);
    }
}
