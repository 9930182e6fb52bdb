package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks every term up once, however often a search needs it: to match, to score, to show. What no practice has is taken
 * out of the query; that changes neither hits nor scores. For one search, by one thread.
 */
final class KnownTerms {
    private static final Query NOTHING = new MatchNoDocsQuery("no practice has it");

    private final TimedSearcher searcher;
    private final Map<Term, TermStates> known = new HashMap<>();

    KnownTerms(TimedSearcher searcher) {
        this.searcher = searcher;
    }

    /** The same query, with all that is known of its terms. */
    Query in(Query query) throws IOException {
        return switch (query) {
            case TermQuery term when term.getTermStates() == null -> term(term.getTerm());
            case PhraseQuery phrase -> hasAll(List.of(phrase.getTerms())) ? phrase : NOTHING;
            case NearQuery near -> hasAll(near.terms()) ? near : NOTHING;
            case BoostQuery boosted -> boosted(boosted);
            case DisjunctionMaxQuery best -> best(best);
            case BooleanQuery joined -> joined(joined);
            default -> query;
        };
    }

    private Query term(Term term) throws IOException {
        TermStates states = states(term);
        return states.docFreq() == 0 ? NOTHING : new TermQuery(term, states);
    }

    private TermStates states(Term term) throws IOException {
        TermStates states = known.get(term);
        if (states == null) {
            states = TermStates.build(searcher, term, true);
            known.put(term, states);
        }
        return states;
    }

    /** Where a term stands in the documents of a segment, with offsets; null: in none. */
    @Nullable
    PostingsEnum places(TermQuery query, LeafReaderContext segment) throws IOException {
        @Nullable TermStates given = query.getTermStates();
        TermStates states = given == null ? states(query.getTerm()) : given;
        @Nullable IOSupplier<TermState> state = states.get(segment);
        @Nullable Terms terms = segment.reader().terms(query.getTerm().field());
        @Nullable TermState place = state == null ? null : state.get();
        if (place == null || terms == null) {
            return null;
        }
        TermsEnum term = terms.iterator();
        term.seekExact(query.getTerm().bytes(), place);
        return term.postings(null, PostingsEnum.OFFSETS);
    }

    private boolean hasAll(List<Term> terms) throws IOException {
        for (Term term : terms) {
            if (states(term).docFreq() == 0) {
                return false;
            }
        }
        return true;
    }

    private Query boosted(BoostQuery boosted) throws IOException {
        Query query = in(boosted.getQuery());
        return query.equals(NOTHING) ? NOTHING : new BoostQuery(query, boosted.getBoost());
    }

    private Query best(DisjunctionMaxQuery best) throws IOException {
        List<Query> found = found(best.getDisjuncts());
        return switch (found.size()) {
            case 0 -> NOTHING;
            case 1 -> found.getFirst();
            default -> new DisjunctionMaxQuery(found, best.getTieBreakerMultiplier());
        };
    }

    private List<Query> found(Collection<Query> queries) throws IOException {
        List<Query> found = new ArrayList<>();
        for (Query query : queries) {
            Query known = in(query);
            if (!known.equals(NOTHING)) {
                found.add(known);
            }
        }
        return found;
    }

    private Query joined(BooleanQuery joined) throws IOException {
        BooleanQuery.Builder found =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(joined.getMinimumNumberShouldMatch());
        for (BooleanClause clause : joined) {
            Query known = in(clause.query());
            if (!known.equals(NOTHING)) {
                found.add(known, clause.occur());
            } else if (clause.isRequired()) {
                return NOTHING;
            }
        }
        BooleanQuery built = withoutTwins(found.build());
        if (Matching.needsChoice(joined) && built.getClauses(Occur.SHOULD).isEmpty()) {
            return NOTHING;
        }
        boolean isOne = built.clauses().size() == 1 && Matching.isChoice(built);
        return isOne ? built.clauses().getFirst().query() : built;
    }

    /**
     * A stem that stands within no longer word has the same postings as what finds it as a part: where it stands, that
     * stands, too (see {@link Analysis}), so they are the same when they are as many. Of two such ways, the stem first,
     * one is left, with the weights of both.
     */
    private static BooleanQuery withoutTwins(BooleanQuery ways) {
        if (!Matching.isChoice(ways) || ways.getMinimumNumberShouldMatch() > 0) {
            return ways;
        }
        List<BooleanClause> left = new ArrayList<>();
        for (BooleanClause way : ways) {
            Optional<BooleanClause> twin = left.stream()
                    .filter(other -> isTwin(plain(other), plain(way)))
                    .findFirst();
            left.add(twin.map(stem -> both(stem, way)).orElse(way));
            twin.ifPresent(left::remove);
        }
        if (left.size() == ways.clauses().size()) {
            return ways;
        }
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        left.forEach(built::add);
        return built.build();
    }

    private static BooleanClause both(BooleanClause stem, BooleanClause part) {
        return new BooleanClause(new BoostQuery(plain(part), weight(stem) + weight(part)), Occur.SHOULD);
    }

    private static boolean isTwin(Query one, Query other) {
        return one instanceof TermQuery stem
                && other instanceof TermQuery part
                && Analysis.asPart(stem.getTerm()).equals(part.getTerm())
                && areAsMany(stem.getTermStates(), part.getTermStates());
    }

    private static boolean areAsMany(@Nullable TermStates one, @Nullable TermStates other) {
        return one != null
                && other != null
                && one.docFreq() == other.docFreq()
                && one.totalTermFreq() == other.totalTermFreq();
    }

    private static Query plain(BooleanClause clause) {
        return clause.query() instanceof BoostQuery boosted ? boosted.getQuery() : clause.query();
    }

    private static float weight(BooleanClause clause) {
        return clause.query() instanceof BoostQuery boosted ? boosted.getBoost() : 1;
    }
}
