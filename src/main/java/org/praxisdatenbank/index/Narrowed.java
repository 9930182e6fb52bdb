package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;
import org.praxisdatenbank.query.Years;

/** What filters leave of one state of the index: counts searches exactly as {@link Search} does. For one thread. */
final class Narrowed {
    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final DocumentSets sets;
    private final LocalDate today;
    private final Filters filters;
    private final @Nullable FixedBitSet[] left;

    Narrowed(IndexSearcher searcher, IndexSetup setup, DocumentSets sets, Filters filters) throws IOException {
        this.searcher = searcher;
        this.setup = setup;
        this.sets = sets;
        this.today = LocalDate.now(setup.clock());
        this.filters = filters;
        this.left = left(filters);
    }

    private record Part(Filters filters, LocalDate today) {}

    /** By segment, what the filters leave without what is deleted; null: all of it. */
    private @Nullable FixedBitSet[] left(Filters filters) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        @Nullable FixedBitSet[] left = new FixedBitSet[segments.size()];
        for (LeafReaderContext segment : segments) {
            @Nullable Bits live = segment.reader().getLiveDocs();
            left[segment.ord] = live == null ? null : FixedBitSet.copyOf(live);
        }
        for (Filters part : parts(filters)) {
            FixedBitSet[] matched =
                    sets.of(searcher, new Part(part, today), () -> new FilterQuery(today).of(part, Set.of()));
            for (int segment = 0; segment < left.length; segment++) {
                left[segment] = both(left[segment], matched[segment]);
            }
        }
        return left;
    }

    private static FixedBitSet both(@Nullable FixedBitSet own, FixedBitSet shared) {
        if (own == null) {
            return shared.clone();
        }
        own.and(shared);
        return own;
    }

    /** Each by itself, for other searches have some of them in common. */
    private static List<Filters> parts(Filters filters) {
        List<Filters> parts = new ArrayList<>();
        filters.selections().forEach((facet, selection) -> parts.add(Filters.NONE.with(facet, selection)));
        if (!filters.minimumLevels().isEmpty()) {
            parts.add(new Filters(Map.of(), filters.minimumLevels(), Years.ANY));
        }
        if (!filters.years().equals(Years.ANY)) {
            parts.add(new Filters(Map.of(), new TreeMap<>(), filters.years()));
        }
        return parts;
    }

    /** The total of the search that a suggestion leads to; one for a practice. */
    int count(String text, Target target) throws IOException {
        Optional<SearchQuery> search = new Suggestion(text, 1, target).search(filters);
        return search.isPresent() ? count(search.get()) : 1;
    }

    /** Of words that some practice has, so that every word must match. */
    private int count(SearchQuery search) throws IOException {
        @Nullable FixedBitSet[] allowed = search.filters().equals(filters) ? left : left(search.filters());
        String text = search.text();
        FixedBitSet[] matched =
                sets.of(searcher, text, () -> TextQuery.of(QueryText.parse(text), Match.ALL, setup.analysis())
                        .query());
        int count = 0;
        for (int segment = 0; segment < matched.length; segment++) {
            count += count(matched[segment], allowed[segment]);
        }
        return count;
    }

    private static int count(FixedBitSet matched, @Nullable FixedBitSet allowed) {
        return (int) (allowed == null ? matched.cardinality() : FixedBitSet.intersectionCount(matched, allowed));
    }

    /** Whether any practice that is left carries one of the terms. */
    boolean holds(String field, List<String> terms) throws IOException {
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            @Nullable Terms all = segment.reader().terms(field);
            for (String term : all == null ? List.<String>of() : terms) {
                TermsEnum found = all.iterator();
                if (found.seekExact(new BytesRef(term)) && holds(left[segment.ord], found)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(@Nullable FixedBitSet left, TermsEnum term) throws IOException {
        if (left == null) {
            return true;
        }
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        int document = documents.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int next = left.nextSetBit(document);
            if (next == document || next == DocIdSetIterator.NO_MORE_DOCS) {
                return next == document;
            }
            document = documents.advance(next);
        }
        return false;
    }
}
