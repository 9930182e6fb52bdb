package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which all terms stand within so many positions, in any order; two may stand at one. A document is looked
 * at when somebody asks, once for all who do: to match and to score. For one search in one state of the index, by one
 * thread.
 */
final class NearQuery extends Query {
    private final List<Term> terms;
    private final int within;
    private final Map<LeafReaderContext, Seen> seen = new HashMap<>();

    /**
     * At least two terms.
     *
     * @param within positions from the first to the last, both counted
     */
    NearQuery(String field, List<String> terms, int within) {
        this.terms = terms.stream().map(term -> new Term(field, term)).toList();
        this.within = within;
    }

    List<Term> terms() {
        return terms;
    }

    /**
     * What is known of a segment.
     *
     * @param looked documents that have been looked at
     * @param near those of them that match
     */
    private record Seen(FixedBitSet looked, FixedBitSet near) {
        static Seen nothing(LeafReaderContext segment) {
            int size = segment.reader().maxDoc();
            return new Seen(new FixedBitSet(size), new FixedBitSet(size));
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                List<PostingsEnum> places = new ArrayList<>();
                for (Term term : terms) {
                    @Nullable PostingsEnum found = segment.reader().postings(term, PostingsEnum.POSITIONS);
                    if (found == null) {
                        return null;
                    }
                    places.add(found);
                }
                Seen there = seen.computeIfAbsent(segment, Seen::nothing);
                return ConstantScoreScorerSupplier.fromIterator(
                        TwoPhaseIterator.asDocIdSetIterator(new Look(places, there)),
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

    /** Looks at the places in a document that has all the terms. */
    private final class Look extends TwoPhaseIterator {
        /** Positions of a document are read, compared and passed by. */
        private static final float COST = 100;

        private final PostingsEnum[] places;
        private final int[] left;
        private final int[] at;
        private final Seen seen;

        Look(List<PostingsEnum> places, Seen seen) {
            super(ConjunctionUtils.intersectIterators(List.copyOf(places)));
            this.places = places.toArray(PostingsEnum[]::new);
            this.left = new int[this.places.length];
            this.at = new int[this.places.length];
            this.seen = seen;
        }

        @Override
        public boolean matches() throws IOException {
            int document = approximation.docID();
            if (!seen.looked.getAndSet(document) && isNear()) {
                seen.near.set(document);
            }
            return seen.near.get(document);
        }

        /** Moves whichever stands first until all are near or one has no place left. */
        private boolean isNear() throws IOException {
            for (int term = 0; term < places.length; term++) {
                left[term] = places[term].freq() - 1;
                at[term] = places[term].nextPosition();
            }
            while (true) {
                int first = 0;
                int last = 0;
                for (int term = 1; term < at.length; term++) {
                    first = at[term] < at[first] ? term : first;
                    last = at[term] > at[last] ? term : last;
                }
                if (at[last] - at[first] < within) {
                    return true;
                }
                if (left[first]-- == 0) {
                    return false;
                }
                at[first] = places[first].nextPosition();
            }
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return terms + " within " + within;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NearQuery query && query.terms.equals(terms) && query.within == within;
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }
}
