package org.praxisdatenbank.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents that queries match, kept by segment, as a segment never changes but for deletions; those are not looked
 * at here. Safe for use by any thread; who gets a set must not change it.
 */
final class DocumentSets {
    private static final int MOST_BYTES = 64 << 20;
    /** Beside the set: filters are maps of sets, and most of an entry where the index is small. */
    private static final int BYTES_OF_ENTRY = 600;

    private final Cache<Key, FixedBitSet> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, FixedBitSet set) -> BYTES_OF_ENTRY + set.length() / Byte.SIZE)
            .build();
    private final WhileOpen<Key> open = new WhileOpen<>(kept, Key::segment);

    private record Key(IndexReader.CacheKey segment, Object name) {}

    /**
     * One for each segment, in their order.
     *
     * @param name equal for equal queries only
     */
    FixedBitSet[] of(IndexSearcher searcher, Object name, Supplier<Query> query) throws IOException {
        FixedBitSet[] sets = new FixedBitSet[searcher.getIndexReader().leaves().size()];
        @Nullable Weight weight = null;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Key key = new Key(open.name(segment.reader().getCoreCacheHelper()), name);
            @Nullable FixedBitSet set = kept.getIfPresent(key);
            if (set == null) {
                if (weight == null) {
                    Query matching = searcher.rewrite(new ConstantScoreQuery(query.get()));
                    weight = searcher.createWeight(matching, ScoreMode.COMPLETE_NO_SCORES, 1);
                }
                set = matched(weight, segment);
                kept.put(key, set);
            }
            sets[segment.ord] = set;
        }
        return sets;
    }

    /** How many sets are kept, about. */
    long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    private static FixedBitSet matched(Weight weight, LeafReaderContext segment) throws IOException {
        int size = segment.reader().maxDoc();
        @Nullable ScorerSupplier matching = weight.scorerSupplier(segment);
        return matching == null
                ? new FixedBitSet(size)
                : MatchClause.of(List.of(matching), size).find(null, 0, size);
    }
}
