package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Matches documents that have been found before; for one search in one state of the index. */
final class SetsQuery extends Query {
    private final FixedBitSet[] sets;

    /** @param sets by segment */
    SetsQuery(FixedBitSet[] sets) {
        this.sets = sets;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                FixedBitSet set = sets[segment.ord];
                int size = set.cardinality();
                return size == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                new BitSetIterator(set, size),
                                score(),
                                scoreMode,
                                segment.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "found before";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SetsQuery query && Arrays.equals(query.sets, sets);
    }

    @Override
    public int hashCode() {
        return sets.length;
    }
}
