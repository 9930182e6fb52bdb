package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores documents that are known to match, as the query's own scorers would. A query for German words is a wide tree of
 * alternatives, of which Lucene keeps a heap for each document; here each list of postings is gone through by itself, some
 * hits at a time, and scores are added up in arrays. Immutable.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/215206.215356">Turtle and Flood 1995, term-at-a-time evaluation</a>
 */
sealed interface Scores {

    /** For documents that match the whole query: what it demands and what it prohibits needs no second look. */
    static Scores ofHits(Query query, IndexSearcher searcher) throws IOException {
        return query instanceof BooleanQuery joined ? sum(joined, searcher, 1) : of(query, searcher, 1);
    }

    private static Scores sum(BooleanQuery joined, IndexSearcher searcher, float boost) throws IOException {
        return new Sum(parts(
                joined.clauses().stream()
                        .filter(BooleanClause::isScoring)
                        .map(BooleanClause::query)
                        .toList(),
                searcher,
                boost));
    }

    /** What a part of a query adds to the score. */
    private static Scores of(Query query, IndexSearcher searcher, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> of(boosted.getQuery(), searcher, boost * boosted.getBoost());
            case DisjunctionMaxQuery best ->
                new Best(parts(best.getDisjuncts(), searcher, boost), best.getTieBreakerMultiplier());
            case BooleanQuery joined when isSum(joined) -> sum(joined, searcher, boost);
            default -> new One(searcher.createWeight(query, ScoreMode.COMPLETE, boost));
        };
    }

    /** Whether no more than the scores of its parts decides on its score; a part that demands more is left as it is. */
    private static boolean isSum(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.occur() == BooleanClause.Occur.SHOULD);
    }

    private static List<Scores> parts(Iterable<Query> queries, IndexSearcher searcher, float boost) throws IOException {
        List<Scores> parts = new ArrayList<>();
        for (Query query : queries) {
            parts.add(of(query, searcher, boost));
        }
        return parts;
    }

    /** The scores in one segment, for one thread; null: nothing of it is there. */
    @Nullable
    InSegment in(LeafReaderContext segment) throws IOException;

    private static List<InSegment> in(List<Scores> parts, LeafReaderContext segment) throws IOException {
        List<InSegment> found = new ArrayList<>();
        for (Scores part : parts) {
            @Nullable InSegment there = part.in(segment);
            if (there != null) {
                found.add(there);
            }
        }
        return found;
    }

    /** Adds up what its parts score. */
    record Sum(List<Scores> parts) implements Scores {
        @Override
        public @Nullable InSegment in(LeafReaderContext segment) throws IOException {
            List<InSegment> found = Scores.in(parts, segment);
            return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new OfSum(found);
        }
    }

    /** The best of its parts, and a share of the others. */
    record Best(List<Scores> parts, float others) implements Scores {
        @Override
        public @Nullable InSegment in(LeafReaderContext segment) throws IOException {
            List<InSegment> found = Scores.in(parts, segment);
            return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : new OfBest(found, others);
        }
    }

    /** What Lucene scores. */
    record One(Weight weight) implements Scores {
        @Override
        public @Nullable InSegment in(LeafReaderContext segment) throws IOException {
            @Nullable Scorer scorer = weight.scorer(segment);
            return scorer == null ? null : new OfOne(scorer);
        }
    }

    /** Some of the hits of a segment, in ascending order. */
    final class Window {
        private static final int MOST = 1024;

        private final FixedBitSet hits;
        private final int[] documents = new int[MOST];
        private int size;

        /** @param hits all hits of the segment */
        Window(FixedBitSet hits) {
            this.hits = hits;
        }

        /** Goes on to the next hits; returns how many there are. */
        int next() {
            int length = hits.length();
            int from = size == 0 ? 0 : documents[size - 1] + 1;
            size = 0;
            while (size < MOST && from < length) {
                int document = hits.nextSetBit(from, length);
                if (document >= length) {
                    break;
                }
                documents[size++] = document;
                from = document + 1;
            }
            return size;
        }

        int document(int index) {
            return documents[index];
        }
    }

    /** Goes through a segment in windows, from its beginning to its end. */
    sealed interface InSegment {
        /** Adds the scores of the documents of a window, in their order. */
        void add(Window window, float[] scores) throws IOException;
    }

    /** Of a {@link Sum}. */
    record OfSum(List<InSegment> parts) implements InSegment {
        @Override
        public void add(Window window, float[] scores) throws IOException {
            for (InSegment part : parts) {
                part.add(window, scores);
            }
        }
    }

    /** Of a {@link Best}. */
    final class OfBest implements InSegment {
        private final List<InSegment> parts;
        private final float others;
        private final float[] best = new float[Window.MOST];
        private final float[] sum = new float[Window.MOST];
        private final float[] one = new float[Window.MOST];

        OfBest(List<InSegment> parts, float others) {
            this.parts = parts;
            this.others = others;
        }

        @Override
        public void add(Window window, float[] scores) throws IOException {
            int size = window.size;
            Arrays.fill(best, 0, size, 0);
            Arrays.fill(sum, 0, size, 0);
            for (InSegment part : parts) {
                Arrays.fill(one, 0, size, 0);
                part.add(window, one);
                for (int index = 0; index < size; index++) {
                    best[index] = Math.max(best[index], one[index]);
                    sum[index] += one[index];
                }
            }
            for (int index = 0; index < size; index++) {
                scores[index] += best[index] + others * (sum[index] - best[index]);
            }
        }
    }

    /** Of a {@link One}. */
    final class OfOne implements InSegment {
        /** Where a window has so many times fewer hits than the postings reach, each hit is looked up by itself. */
        private static final int FEW = 32;

        private final Scorer scorer;
        private final DocIdSetIterator documents;
        private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

        OfOne(Scorer scorer) {
            this.scorer = scorer;
            this.documents = scorer.iterator();
        }

        @Override
        public void add(Window window, float[] scores) throws IOException {
            int first = window.documents[0];
            int end = window.documents[window.size - 1] + 1;
            if (documents.docID() >= end) {
                return;
            }
            double share = (double) (end - first) / window.hits.length();
            if (documents.cost() * share > (double) FEW * window.size) {
                addEach(window, scores);
                return;
            }
            if (documents.docID() < first) {
                documents.advance(first);
            }
            int index = 0;
            scorer.nextDocsAndScores(end, window.hits, buffer);
            while (buffer.size > 0) {
                for (int found = 0; found < buffer.size; found++) {
                    while (window.documents[index] < buffer.docs[found]) {
                        index++;
                    }
                    scores[index] += buffer.features[found];
                }
                scorer.nextDocsAndScores(end, window.hits, buffer);
            }
        }

        private void addEach(Window window, float[] scores) throws IOException {
            for (int index = 0; index < window.size; index++) {
                int document = window.documents[index];
                int found = documents.docID() < document ? documents.advance(document) : documents.docID();
                if (found == document) {
                    scores[index] += scorer.score();
                }
            }
        }
    }
}
