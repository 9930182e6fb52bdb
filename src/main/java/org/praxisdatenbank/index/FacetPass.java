package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hits and counts all facets in one pass over what text and other filters leave. A document that has what is
 * chosen in every facet is a hit and counts in all. One that misses in exactly one facet is no hit, but would be with
 * another choice there: it counts in that facet alone. ("Drill sideways", as Lucene's facet module calls it.)
 *
 * <p>Reads doc values twice where a facet is chosen; simple beats fast until a measurement says otherwise.
 */
final class FacetPass implements CollectorManager<FacetPass.Pass, TopFieldDocs> {
    private final TopFieldCollectorManager hits;
    private final List<FacetCounter> counters;
    private final List<FacetCounter> filtering;

    /** @param hits without a threshold, so that all hits are counted */
    FacetPass(TopFieldCollectorManager hits, List<FacetCounter> counters) {
        this.hits = hits;
        this.counters = counters;
        this.filtering = counters.stream().filter(FacetCounter::isFiltering).toList();
    }

    /** There is only one: the searcher has no threads of its own. */
    @Override
    public Pass newCollector() {
        return new Pass(hits.newCollector());
    }

    @Override
    public TopFieldDocs reduce(Collection<Pass> passes) throws IOException {
        return hits.reduce(passes.stream().map(pass -> pass.hits).toList());
    }

    /** The pass over all segments, one after the other. */
    final class Pass implements Collector {
        private final TopFieldCollector hits;

        private Pass(TopFieldCollector hits) {
            this.hits = hits;
        }

        @Override
        public ScoreMode scoreMode() {
            return hits.scoreMode();
        }

        @Override
        public void setWeight(Weight weight) {
            hits.setWeight(weight);
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            for (FacetCounter counter : counters) {
                counter.enter(segment.reader());
            }
            return new InSegment(hits.getLeafCollector(segment));
        }
    }

    private final class InSegment implements LeafCollector {
        private final LeafCollector hits;

        private InSegment(LeafCollector hits) {
            this.hits = hits;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            hits.setScorer(scorer);
        }

        @Override
        public void collect(int document) throws IOException {
            @Nullable FacetCounter missing = null;
            for (FacetCounter facet : filtering) {
                if (!facet.accepts(document)) {
                    if (missing != null) {
                        return;
                    }
                    missing = facet;
                }
            }
            if (missing != null) {
                missing.count(document);
                return;
            }
            hits.collect(document);
            for (FacetCounter facet : counters) {
                facet.count(document);
            }
        }
    }
}
