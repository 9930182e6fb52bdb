package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

    /** Some of the hits of a segment, in ascending order, and which of them may still be among the best. */
    final class Window {
        static final int MOST = 1024;

        private final FixedBitSet hits;
        private final int[] documents = new int[MOST];
        private final int[] left = new int[MOST];
        private int size;
        private int end;

        /** @param hits all hits of the segment; copied */
        Window(FixedBitSet hits) {
            this.hits = hits.clone();
        }

        /** Goes on to the next hits; returns whether there are any. */
        boolean next() {
            int from = end;
            size = 0;
            while (size < MOST && from < hits.length()) {
                int document = hits.nextSetBit(from);
                if (document == DocIdSetIterator.NO_MORE_DOCS) {
                    break;
                }
                left[size] = size;
                documents[size++] = document;
                from = document + 1;
            }
            end = from;
            return size > 0;
        }

        /** How many are left. */
        int size() {
            return size;
        }

        /** The place of one that is left in the arrays of scores. */
        int index(int number) {
            return left[number];
        }

        /** One that is left. */
        int document(int number) {
            return documents[left[number]];
        }

        /** Gives up those whose score is less. */
        void keep(float[] scores, float least) {
            int kept = 0;
            for (int number = 0; number < size; number++) {
                int index = left[number];
                if (scores[index] < least) {
                    hits.clear(documents[index]);
                } else {
                    left[kept++] = index;
                }
            }
            size = kept;
        }
    }

    /** Goes through a segment in windows, from its beginning to its end. */
    sealed interface InSegment {
        /** Any score: all documents are wanted. */
        float ANY = 0;
        /** Bounds are added up in another order than scores. */
        float ROUNDING = 1.0001f;

        /**
         * Adds the scores of the documents that are left in a window.
         *
         * @param scores at the places that the window tells
         * @param least documents that have less when this is added may be given up
         * @return false where it has added nothing
         */
        boolean add(Window window, float[] scores, float least) throws IOException;

        /** No document's score is higher. */
        float most();
    }

    private static List<InSegment> bestFirst(List<InSegment> parts) {
        return parts.stream()
                .sorted(Comparator.comparingDouble(InSegment::most).reversed())
                .toList();
    }

    /** What the parts after each of them can add at most. */
    private static float[] rest(List<InSegment> parts) {
        float[] rest = new float[parts.size()];
        for (int part = rest.length - 2; part >= 0; part--) {
            rest[part] = rest[part + 1] + parts.get(part + 1).most();
        }
        return rest;
    }

    /** Of a {@link Sum}. */
    final class OfSum implements InSegment {
        private final List<InSegment> parts;
        private final float[] rest;

        OfSum(List<InSegment> parts) {
            this.parts = bestFirst(parts);
            this.rest = Scores.rest(this.parts);
        }

        @Override
        public float most() {
            return parts.getFirst().most() + rest[0];
        }

        @Override
        public boolean add(Window window, float[] scores, float least) throws IOException {
            boolean isAdded = false;
            for (int part = 0; part < rest.length && window.size() > 0; part++) {
                float needed = least - rest[part] * ROUNDING;
                isAdded |= parts.get(part).add(window, scores, needed);
                if (needed > ANY) {
                    window.keep(scores, needed);
                }
            }
            return isAdded;
        }
    }

    /** Of a {@link Best}. */
    final class OfBest implements InSegment {
        private final List<InSegment> parts;
        private final float others;
        private final float[] rest;
        private final float[] best = new float[Window.MOST];
        private final float[] sum = new float[Window.MOST];
        private final float[] one = new float[Window.MOST];

        OfBest(List<InSegment> parts, float others) {
            this.parts = bestFirst(parts);
            this.others = others;
            this.rest = Scores.rest(this.parts);
        }

        @Override
        public float most() {
            return together(parts.getFirst().most(), rest[0]);
        }

        private float together(float highest, float further) {
            return highest + others * further;
        }

        @Override
        public boolean add(Window window, float[] scores, float least) throws IOException {
            Arrays.fill(best, 0);
            Arrays.fill(sum, 0);
            boolean isAdded = false;
            for (int part = 0; part < rest.length && window.size() > 0; part++) {
                isAdded |= add(parts.get(part), window);
                if (least > ANY && part + 1 < rest.length) {
                    keep(window, scores, least, part + 1);
                }
            }
            for (int number = 0; isAdded && number < window.size(); number++) {
                int index = window.index(number);
                scores[index] += together(best[index], sum[index] - best[index]);
            }
            return isAdded;
        }

        private boolean add(InSegment part, Window window) throws IOException {
            Arrays.fill(one, 0);
            boolean isAdded = part.add(window, one, ANY);
            for (int number = 0; isAdded && number < window.size(); number++) {
                int index = window.index(number);
                best[index] = Math.max(best[index], one[index]);
                sum[index] += one[index];
            }
            return isAdded;
        }

        /** Gives up what the parts from {@code next} on cannot lift to what is needed. */
        private void keep(Window window, float[] scores, float least, int next) {
            float most = parts.get(next).most();
            float further = rest[next - 1];
            for (int number = 0; number < window.size(); number++) {
                int index = window.index(number);
                float highest = Math.max(best[index], most);
                one[index] = scores[index] + together(highest, sum[index] + further - highest) * ROUNDING;
            }
            window.keep(one, least);
        }
    }

    /** Of a {@link One}. */
    final class OfOne implements InSegment {
        /** Where a window has so many times fewer hits than the postings reach, each hit is looked up by itself. */
        private static final int FEW = 32;

        private final Scorer scorer;
        private final DocIdSetIterator documents;
        private final float most;
        private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

        OfOne(Scorer scorer) throws IOException {
            this.scorer = scorer;
            this.documents = scorer.iterator();
            scorer.advanceShallow(0);
            this.most = scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
        }

        @Override
        public float most() {
            return most;
        }

        @Override
        public boolean add(Window window, float[] scores, float least) throws IOException {
            int first = window.document(0);
            int end = window.document(window.size() - 1) + 1;
            if (documents.docID() >= end) {
                return false;
            }
            double share = (double) (end - first) / window.hits.length();
            if (documents.cost() * share > (double) FEW * window.size()) {
                return addEach(window, scores);
            }
            if (documents.docID() < first) {
                documents.advance(first);
            }
            int number = 0;
            scorer.nextDocsAndScores(end, window.hits, buffer);
            boolean isAdded = buffer.size > 0;
            while (buffer.size > 0) {
                for (int found = 0; found < buffer.size; found++) {
                    while (window.document(number) < buffer.docs[found]) {
                        number++;
                    }
                    scores[window.index(number)] += buffer.features[found];
                }
                scorer.nextDocsAndScores(end, window.hits, buffer);
            }
            return isAdded;
        }

        private boolean addEach(Window window, float[] scores) throws IOException {
            boolean isAdded = false;
            for (int number = 0; number < window.size(); number++) {
                int document = window.document(number);
                int found = documents.docID() < document ? documents.advance(document) : documents.docID();
                if (found == document) {
                    scores[window.index(number)] += scorer.score();
                    isAdded = true;
                }
            }
            return isAdded;
        }
    }
}
