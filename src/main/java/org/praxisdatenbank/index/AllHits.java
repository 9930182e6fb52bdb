package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.SearchQuery.Sort;

/**
 * The ids of all hits in their order, however many there are: some thousands after the other, so that memory does not
 * grow with them. For one search, by one thread.
 *
 * @param most how many are kept at a time
 */
record AllHits(IndexSearcher searcher, Sort sort, int most) {
    /** Each step goes through all hits once; a hit that it keeps takes about 200 bytes. */
    static final int STEP = 50_000;

    /** By score. */
    void byScore(BestHits best, FixedBitSet[] hits, Consumer<PracticeId> use) throws IOException {
        forEach(order -> best.of(hits, order), use);
    }

    /** By what the practices have by themselves. */
    void unscored(FixedBitSet[] hits, Consumer<PracticeId> use) throws IOException {
        forEach(order -> searcher.search(new SetsQuery(hits), order), use);
    }

    private interface Finder {
        TopFieldDocs in(TopFieldCollectorManager order) throws IOException;
    }

    private void forEach(Finder finder, Consumer<PracticeId> use) throws IOException {
        int step = Math.clamp(searcher.getIndexReader().maxDoc(), 1, most);
        @Nullable FieldDoc last = null;
        do {
            TopFieldDocs found = finder.in(new TopFieldCollectorManager(Orders.of(sort), step, last, step));
            for (int place = 0; place < found.scoreDocs.length; place++) {
                use.accept(id((FieldDoc) found.scoreDocs[place]));
            }
            last = found.scoreDocs.length < step ? null : (FieldDoc) found.scoreDocs[step - 1];
        } while (last != null);
    }

    /** Every order ends with the id. */
    private static PracticeId id(FieldDoc hit) {
        Object id = hit.fields[hit.fields.length - 1];
        return new PracticeId(((BytesRef) id).utf8ToString());
    }
}
