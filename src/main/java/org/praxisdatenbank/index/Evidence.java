package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Route;

/**
 * Tells where in a document the words of a query were found, and by which way: from the matches of the very queries
 * that the search is made of, at the offsets that stand in the index. For one search, by one thread.
 */
final class Evidence {
    private static final String NEIGHBOURS = "neighbours";

    private final IndexSearcher searcher;
    private final List<Asked> asked;
    private final Weight weight;

    Evidence(IndexSearcher searcher, TextQuery.Made text, KnownTerms known) throws IOException {
        this.searcher = searcher;
        this.asked = text.asked();
        this.weight = searcher.createWeight(searcher.rewrite(named(text, known)), ScoreMode.COMPLETE_NO_SCORES, 1);
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
        Of {
            places = List.copyOf(places);
        }

        List<Found> in(String field) {
            return places.stream().filter(place -> place.field().equals(field)).toList();
        }
    }

    private static Query named(TextQuery.Made text, KnownTerms known) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (int number = 0; number < text.asked().size(); number++) {
            List<Way> ways = text.asked().get(number).ways();
            for (int way = 0; way < ways.size(); way++) {
                BooleanQuery.Builder fields = new BooleanQuery.Builder();
                for (Weighted field : text.asked().get(number).fields()) {
                    fields.add(ways.get(way).evidence().apply(field.field()), Occur.SHOULD);
                }
                add(number + " " + way, known.in(fields.build()), any);
            }
        }
        for (Query near : text.neighbours()) {
            add(NEIGHBOURS, known.in(near), any);
        }
        return any.build();
    }

    private static void add(String name, Query query, BooleanQuery.Builder any) {
        if (!(query instanceof MatchNoDocsQuery)) {
            any.add(NamedMatches.wrapQuery(name, query), Occur.SHOULD);
        }
    }

    Of of(int document) throws IOException {
        InSegment place = InSegment.of(searcher.getIndexReader(), document);
        @Nullable Matches matches = weight.matches(place.segment(), place.document());
        boolean isNear = false;
        List<Found> places = new ArrayList<>();
        for (NamedMatches named : matches == null ? List.<NamedMatches>of() : NamedMatches.findNamedMatches(matches)) {
            if (named.getName().equals(NEIGHBOURS)) {
                isNear = true;
            } else {
                add(named, places);
            }
        }
        return new Of(straightest(places), isNear);
    }

    private void add(NamedMatches named, List<Found> places) throws IOException {
        int space = named.getName().indexOf(' ');
        int number = Integer.parseInt(named.getName(), 0, space, 10);
        Way way = asked.get(number).ways().get(Integer.parseInt(named.getName().substring(space + 1)));
        for (String field : named) {
            @Nullable MatchesIterator found = named.getMatches(field);
            while (found != null && found.next()) {
                add(number, way, field, found, places);
            }
        }
    }

    /** The parts of a compound each for itself, the words of a phrase together. */
    private static void add(int number, Way way, String field, MatchesIterator found, List<Found> places)
            throws IOException {
        @Nullable MatchesIterator parts = found.getSubMatches();
        if (parts == null) {
            places.add(new Found(number, way, field, found.startOffset(), found.endOffset()));
            return;
        }
        while (parts.next()) {
            places.add(new Found(number, way, field, parts.startOffset(), parts.endOffset()));
        }
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
