package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies the scores of a query by what {@link Raised} tells. As it is never more than {@link Raised#MOST}, documents
 * that cannot be among the best are passed over.
 */
final class RaisedQuery extends Query {
    private final Query query;
    private final Raised raised;

    RaisedQuery(Query query, LocalDate today) {
        this(query, new Raised(today));
    }

    private RaisedQuery(Query query, Raised raised) {
        this.query = query;
        this.raised = raised;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = query.rewrite(searcher);
        return rewritten.equals(query) ? this : new RaisedQuery(rewritten, raised);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight weight = query.createWeight(searcher, scoreMode, boost);
        return scoreMode.needsScores() ? new OfRaised(weight) : weight;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "raised(" + query.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RaisedQuery same && same.query.equals(query) && same.raised.equals(raised);
    }

    @Override
    public int hashCode() {
        return Objects.hash(query, raised);
    }

    private final class OfRaised extends FilterWeight {
        OfRaised(Weight weight) {
            super(weight);
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
            @Nullable ScorerSupplier found = in.scorerSupplier(segment);
            return found == null ? null : new Supplied(found, raised.in(segment.reader()));
        }
    }

    private static final class Supplied extends ScorerSupplier {
        private final ScorerSupplier in;
        private final Raised.InSegment factors;

        Supplied(ScorerSupplier in, Raised.InSegment factors) {
            this.in = in;
            this.factors = factors;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            return new OfDocument(in.get(leadCost), factors);
        }

        @Override
        public long cost() {
            return in.cost();
        }

        @Override
        public void setTopLevelScoringClause() throws IOException {
            in.setTopLevelScoringClause();
        }
    }

    private static final class OfDocument extends FilterScorer {
        private final Raised.InSegment factors;

        OfDocument(Scorer in, Raised.InSegment factors) {
            super(in);
            this.factors = factors;
        }

        @Override
        public float score() throws IOException {
            return (float) (in.score() * factors.of(docID()));
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            return in.advanceShallow(target);
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return Math.nextUp((float) (in.getMaxScore(upTo) * Raised.MOST));
        }

        @Override
        public void setMinCompetitiveScore(float least) throws IOException {
            in.setMinCompetitiveScore(Math.max(0, Math.nextDown((float) (least / Raised.MOST))));
        }
    }
}
