package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Route;

/**
 * Tells where in a document the words of a query were found, and by which way: from the matches of the very queries
 * that the search is made of, at the offsets that stand in the index. For one search, by one thread.
 */
final class Evidence {
    private final IndexSearcher searcher;
    private final KnownTerms known;
    private final List<Asked> asked;
    private final List<Trace> traces = new ArrayList<>();
    private final List<Weight> neighbours = new ArrayList<>();

    Evidence(IndexSearcher searcher, TextQuery.Made text, KnownTerms known) throws IOException {
        this.searcher = searcher;
        this.known = known;
        this.asked = text.asked();
        for (int number = 0; number < asked.size(); number++) {
            for (Way way : asked.get(number).ways()) {
                for (Weighted field : asked.get(number).fields()) {
                    add(number, way, field.field(), known.in(way.evidence().apply(field.field())));
                }
            }
        }
        for (Query near : text.neighbours()) {
            neighbours.add(weight(known.in(near)));
        }
    }

    /**
     * A place in a text where a word was found.
     *
     * @param asked number of what was asked for
     * @param start first char in the stored text of the field, its values joined by one char
     * @param end exclusive
     */
    record Found(int asked, Way way, String field, int start, int end) {
        Route route() {
            return way.route();
        }
    }

    /**
     * What was found in one document.
     *
     * @param places by field, then by where they begin; of several ways to one place only the straightest
     * @param isNear whether words typed next to each other stand near each other
     */
    record Of(List<Found> places, boolean isNear) {
        static final Of NOTHING = new Of(List.of(), false);

        Of {
            places = List.copyOf(places);
        }

        List<Found> in(String field) {
            return places.stream().filter(place -> place.field().equals(field)).toList();
        }
    }

    /**
     * What is left of a way in one field.
     *
     * @param weight of what is no term
     */
    private record Trace(int asked, Way way, String field, Query query, @Nullable Weight weight) {}

    private void add(int number, Way way, String field, Query query) throws IOException {
        List<Query> leaves = query instanceof PatternQuery ? List.of(query) : leaves(searcher.rewrite(query));
        for (Query leaf : leaves) {
            if (!(leaf instanceof MatchNoDocsQuery)) {
                @Nullable Weight weight = leaf instanceof TermQuery ? null : weight(leaf);
                traces.add(new Trace(number, way, field, leaf, weight));
            }
        }
    }

    /** What stands in a document by any of these stands in it by the query. */
    private static List<Query> leaves(Query query) {
        return switch (query) {
            case BoostQuery boosted -> leaves(boosted.getQuery());
            case DisjunctionMaxQuery best ->
                best.getDisjuncts().stream()
                        .flatMap(one -> leaves(one).stream())
                        .toList();
            case BooleanQuery choice
            when Matching.isChoice(choice) ->
                choice.clauses().stream()
                        .flatMap(one -> leaves(one.query()).stream())
                        .toList();
            default -> List.of(query);
        };
    }

    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Of each of some documents; every list of postings is gone through once for all of them. */
    Map<Integer, Of> of(Collection<Integer> documents) throws IOException {
        Map<Integer, Of> found = new HashMap<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            int[] there = documents.stream()
                    .mapToInt(document -> document - segment.docBase)
                    .filter(document ->
                            document >= 0 && document < segment.reader().maxDoc())
                    .sorted()
                    .toArray();
            if (there.length > 0) {
                List<Of> each = of(segment, there);
                for (int number = 0; number < there.length; number++) {
                    found.put(segment.docBase + there[number], each.get(number));
                }
            }
        }
        return found;
    }

    /** @param documents of the segment, in ascending order */
    private List<Of> of(LeafReaderContext segment, int[] documents) throws IOException {
        List<List<Found>> places = Stream.<List<Found>>generate(ArrayList::new)
                .limit(documents.length)
                .toList();
        for (Trace trace : traces) {
            if (trace.query() instanceof TermQuery term) {
                addPlaces(trace, known.places(term, segment), documents, places);
            } else if (trace.weight() != null) {
                addMatches(trace, trace.weight(), segment, documents, places);
            }
        }
        BitSet near = new BitSet();
        for (Weight neighbour : neighbours) {
            near.or(matching(neighbour, segment, documents));
        }
        return IntStream.range(0, documents.length)
                .mapToObj(number -> new Of(straightest(places.get(number)), near.get(number)))
                .toList();
    }

    /** @param postings of one term; null: it is nowhere in the segment */
    private static void addPlaces(
            Trace trace, @Nullable PostingsEnum postings, int[] documents, List<List<Found>> places)
            throws IOException {
        for (int number = 0; postings != null && number < documents.length; number++) {
            int document = documents[number];
            int at = postings.docID() < document ? postings.advance(document) : postings.docID();
            for (int left = at == document ? postings.freq() : 0; left > 0; left--) {
                postings.nextPosition();
                places.get(number).add(found(trace, postings.startOffset(), postings.endOffset()));
            }
        }
    }

    private static void addMatches(
            Trace trace, Weight weight, LeafReaderContext segment, int[] documents, List<List<Found>> places)
            throws IOException {
        BitSet matching = matching(weight, segment, documents);
        if (trace.query() instanceof PatternQuery pattern) {
            if (!matching.isEmpty()) {
                addWords(trace, pattern.words(segment), documents, places);
            }
            return;
        }
        for (int number = matching.nextSetBit(0); number >= 0; number = matching.nextSetBit(number + 1)) {
            @Nullable Matches matches = weight.matches(segment, documents[number]);
            @Nullable MatchesIterator found = matches == null ? null : matches.getMatches(trace.field());
            while (found != null && found.next()) {
                add(trace, found, places.get(number));
            }
        }
    }

    private static void addWords(Trace trace, TermsEnum words, int[] documents, List<List<Found>> places)
            throws IOException {
        @Nullable PostingsEnum postings = null;
        while (words.next() != null) {
            postings = words.postings(postings, PostingsEnum.OFFSETS);
            addPlaces(trace, postings, documents, places);
        }
    }

    /** Numbers of the documents that match. */
    private static BitSet matching(Weight weight, LeafReaderContext segment, int[] documents) throws IOException {
        BitSet matching = new BitSet();
        @Nullable Scorer scorer = weight.scorer(segment);
        if (scorer != null) {
            DocIdSetIterator matches = scorer.iterator();
            for (int number = 0; number < documents.length; number++) {
                int document = documents[number];
                int at = matches.docID() < document ? matches.advance(document) : matches.docID();
                matching.set(number, at == document);
            }
        }
        return matching;
    }

    /** The parts of a compound each for itself, the words of a phrase together. */
    private static void add(Trace trace, MatchesIterator found, List<Found> places) throws IOException {
        @Nullable MatchesIterator parts = found.getSubMatches();
        if (parts == null) {
            places.add(found(trace, found.startOffset(), found.endOffset()));
            return;
        }
        while (parts.next()) {
            places.add(found(trace, parts.startOffset(), parts.endOffset()));
        }
    }

    private static Found found(Trace trace, int start, int end) {
        return new Found(trace.asked(), trace.way(), trace.field(), start, end);
    }

    private static List<Found> straightest(List<Found> places) {
        record Place(int asked, String field, int start, int end) {}
        Map<Place, Found> best = new LinkedHashMap<>();
        for (Found found : places) {
            best.merge(
                    new Place(found.asked(), found.field(), found.start(), found.end()),
                    found,
                    (one, other) -> one.route().compareTo(other.route()) <= 0 ? one : other);
        }
        return best.values().stream()
                .sorted(Comparator.comparing(Found::field)
                        .thenComparingInt(Found::start)
                        .thenComparingInt(Found::end)
                        .thenComparingInt(Found::asked))
                .toList();
    }
}
