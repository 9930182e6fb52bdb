package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The best of known hits by score, see {@link Scores}. For one search, by one thread. */
final class BestHits {
    private final IndexSearcher searcher;
    private final Scores scores;
    private final Raised raised;
    private final float[] scored = new float[Scores.Window.MOST];

    /** @param query whose scores count; what is prohibited or only filters in it does not matter any more */
    BestHits(IndexSearcher searcher, Query query, Raised raised) throws IOException {
        this.searcher = searcher;
        this.scores = Scores.ofHits(query, searcher);
        this.raised = raised;
    }

    /** @param hits by segment */
    TopFieldDocs of(FixedBitSet[] hits, TopFieldCollectorManager order) throws IOException {
        TopFieldCollector collector = order.newCollector();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            collect(segment, hits[segment.ord], collector.getLeafCollector(segment));
        }
        return order.reduce(List.of(collector));
    }

    private void collect(LeafReaderContext segment, FixedBitSet hits, LeafCollector collector) throws IOException {
        Scores.@Nullable InSegment scoring = scores.in(segment);
        Raised.Factors factors = raised.in(segment.reader());
        Score score = new Score();
        collector.setScorer(score);
        Scores.Window window = new Scores.Window(hits);
        while (window.next()) {
            Arrays.fill(scored, 0);
            if (scoring != null) {
                scoring.add(window, scored, score.least());
            }
            for (int number = 0; number < window.size(); number++) {
                float byWords = scored[window.index(number)];
                if (byWords >= score.least()) {
                    int document = window.document(number);
                    score.value = (float) (byWords * factors.of(document));
                    collector.collect(document);
                }
            }
        }
    }

    private static final class Score extends Scorable {
        private float value;
        private float wanted;

        @Override
        public float score() {
            return value;
        }

        @Override
        public void setMinCompetitiveScore(float least) {
            wanted = least;
        }

        /** With less by its words no document is among the best, however it is raised; 0: not known yet. */
        float least() {
            return (float) (wanted / (Raised.MOST * Scores.InSegment.ROUNDING));
        }
    }
}
