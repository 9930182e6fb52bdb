package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a query matches, without all that only orders its hits: mostly one level of alternatives for each word.
 *
 * @param needed each must match; none: everything matches
 * @param prohibited none may match
 */
record Matching(List<Query> needed, List<Query> prohibited) {
    Matching {
        needed = List.copyOf(needed);
        prohibited = List.copyOf(prohibited);
    }

    static Matching of(Query query) {
        List<Query> needed = new ArrayList<>();
        List<Query> prohibited = new ArrayList<>();
        add(query, needed, prohibited);
        return new Matching(needed, prohibited);
    }

    private static void add(Query query, List<Query> needed, List<Query> prohibited) {
        Query plain = plain(query);
        if (!(plain instanceof BooleanQuery all) || isChoice(all)) {
            if (!(plain instanceof MatchAllDocsQuery)) {
                needed.add(plain);
            }
            return;
        }
        all.getClauses(Occur.FILTER).forEach(clause -> add(clause, needed, prohibited));
        prohibited.addAll(all.getClauses(Occur.MUST_NOT));
    }

    /** Whether any of its clauses will do. */
    static boolean isChoice(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
    }

    private static Query plain(Query query) {
        return switch (query) {
            case BoostQuery boosted -> plain(boosted.getQuery());
            case DisjunctionMaxQuery best -> any(best.getDisjuncts());
            case BooleanQuery choice when isChoice(choice) -> any(choice.getClauses(Occur.SHOULD));
            case BooleanQuery all -> every(all);
            default -> query;
        };
    }

    /** Alternatives within alternatives are but more of them. */
    private static Query any(Collection<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query query : queries) {
            Query plain = plain(query);
            if (plain instanceof BooleanQuery choice && isChoice(choice)) {
                choice.forEach(any::add);
            } else {
                any.add(plain, Occur.SHOULD);
            }
        }
        BooleanQuery built = withoutImplied(any.build());
        return built.clauses().size() == 1 ? built.clauses().getFirst().query() : built;
    }

    /**
     * Where a stem stands, it stands as a part of a word, too (see {@link Analysis}): that list holds all of it. Terms
     * among alternatives are words of texts; values of filters are no terms but sets of them.
     */
    private static BooleanQuery withoutImplied(BooleanQuery choice) {
        Set<Term> parts = new HashSet<>();
        for (BooleanClause clause : choice) {
            if (clause.query() instanceof TermQuery part && Analysis.isPart(part.getTerm())) {
                parts.add(part.getTerm());
            }
        }
        if (parts.isEmpty()) {
            return choice;
        }
        BooleanQuery.Builder needed = new BooleanQuery.Builder();
        for (BooleanClause clause : choice) {
            boolean isImplied =
                    clause.query() instanceof TermQuery stem && parts.contains(Analysis.asPart(stem.getTerm()));
            if (!isImplied) {
                needed.add(clause);
            }
        }
        return needed.build();
    }

    private static Query every(BooleanQuery query) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        query.getClauses(Occur.MUST).stream()
                .filter(clause -> !isImplied(clause, query))
                .forEach(clause -> every.add(plain(clause), Occur.FILTER));
        query.getClauses(Occur.FILTER).forEach(clause -> every.add(plain(clause), Occur.FILTER));
        query.getClauses(Occur.MUST_NOT).forEach(clause -> every.add(plain(clause), Occur.MUST_NOT));
        if (needsChoice(query)) {
            every.add(any(query.getClauses(Occur.SHOULD)), Occur.FILTER);
        }
        return every.build();
    }

    /** Where words stand near each other, each of them stands. */
    private static boolean isImplied(Query needed, BooleanQuery query) {
        return needed instanceof TermQuery term
                && query.getClauses(Occur.FILTER).stream()
                        .anyMatch(filter ->
                                filter instanceof NearQuery near && near.terms().contains(term.getTerm()));
    }

    /** Whether at least one of the alternatives must match; where others must, they mostly only order. */
    static boolean needsChoice(BooleanQuery query) {
        boolean isAlone = query.getClauses(Occur.MUST).isEmpty()
                && query.getClauses(Occur.FILTER).isEmpty();
        boolean isDemanded = isAlone || query.getMinimumNumberShouldMatch() > 0;
        return isDemanded && !query.getClauses(Occur.SHOULD).isEmpty();
    }
}
