package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds all documents that a query matches, without scoring any. Goes through a segment in windows and looks at the time
 * before each: what has been found when it is up is right as far as it goes. For one search, by one thread.
 */
final class MatchPass {
    private static final int FIRST_WINDOW = 128;
    private static final int LARGEST_WINDOW = 1 << 16;

    private final TimedSearcher searcher;
    private final List<List<Weight>> needed;
    private final List<List<Weight>> prohibited;

    MatchPass(TimedSearcher searcher, Query query) throws IOException {
        Matching matching = Matching.of(query);
        this.searcher = searcher;
        this.needed = weights(matching.needed());
        this.prohibited = weights(matching.prohibited());
    }

    /** Of each its alternatives. */
    private List<List<Weight>> weights(List<Query> queries) throws IOException {
        List<List<Weight>> weights = new ArrayList<>();
        for (Query query : queries) {
            List<Weight> alternatives = new ArrayList<>();
            for (Query alternative : alternatives(query)) {
                alternatives.add(searcher.createWeight(searcher.rewrite(alternative), ScoreMode.COMPLETE_NO_SCORES, 1));
            }
            weights.add(alternatives);
        }
        return weights;
    }

    private static List<Query> alternatives(Query query) {
        return query instanceof BooleanQuery choice && Matching.isChoice(choice)
                ? choice.clauses().stream().map(BooleanClause::query).toList()
                : List.of(query);
    }

    /** Whether the query demands nothing, so that all documents match. */
    boolean isEverything() {
        return needed.isEmpty() && prohibited.isEmpty();
    }

    /** One set for each segment, in their order; without what is deleted. */
    FixedBitSet[] run() throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        FixedBitSet[] found = new FixedBitSet[segments.size()];
        for (LeafReaderContext segment : segments) {
            found[segment.ord] = searcher.inTime(
                    () -> find(segment), new FixedBitSet(segment.reader().maxDoc()));
        }
        return found;
    }

    private FixedBitSet find(LeafReaderContext segment) throws IOException {
        FixedBitSet found = new FixedBitSet(segment.reader().maxDoc());
        List<MatchClause> wanted = clauses(needed, segment);
        if (wanted.size() < needed.size()) {
            return found;
        }
        List<MatchClause> unwanted = clauses(prohibited, segment);
        @Nullable Bits live = segment.reader().getLiveDocs();
        @Nullable FixedBitSet kept = live == null ? null : FixedBitSet.copyOf(live);
        int window = FIRST_WINDOW;
        for (int from = 0; from < found.length() && searcher.isInTime(); from += window) {
            window = Math.min(2 * window, LARGEST_WINDOW);
            int to = Math.min(found.length(), from + window);
            @Nullable FixedBitSet left = kept;
            for (MatchClause clause : wanted) {
                left = clause.find(left, from, to);
            }
            for (MatchClause clause : unwanted) {
                clause.find(left, from, to);
            }
            if (left == null) {
                found.set(from, to);
            } else {
                FixedBitSet.orRange(left, from, found, from, to - from);
            }
        }
        unwanted.forEach(clause -> found.andNot(clause.found()));
        return found;
    }

    /** Those that match anything there, the rarest first: the others need only look at what it leaves. */
    private static List<MatchClause> clauses(List<List<Weight>> queries, LeafReaderContext segment) throws IOException {
        List<List<ScorerSupplier>> matching = new ArrayList<>();
        for (List<Weight> alternatives : queries) {
            List<ScorerSupplier> there = new ArrayList<>();
            for (Weight weight : alternatives) {
                @Nullable ScorerSupplier supplier = weight.scorerSupplier(segment);
                if (supplier != null) {
                    there.add(supplier);
                }
            }
            if (!there.isEmpty()) {
                matching.add(there);
            }
        }
        if (matching.size() > 1) {
            matching.sort(Comparator.comparingLong(MatchPass::cost));
        }
        List<MatchClause> clauses = new ArrayList<>();
        for (List<ScorerSupplier> alternatives : matching) {
            clauses.add(MatchClause.of(alternatives, segment.reader().maxDoc()));
        }
        return clauses;
    }

    private static long cost(List<ScorerSupplier> alternatives) {
        return alternatives.stream().mapToLong(ScorerSupplier::cost).sum();
    }
}
