package org.praxisdatenbank.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a clause would cost, counted over all brackets.
 *
 * @param words words, phrases, patterns and near spellings
 * @param leadingWildcards patterns of which a piece begins with a wildcard: the whole dictionary is gone through
 * @param fuzzyWords words that are looked for in near spellings too
 */
record QuerySize(int words, int leadingWildcards, int fuzzyWords) {
    private static final QuerySize NOTHING = new QuerySize(0, 0, 0);
    private static final QuerySize ONE_WORD = new QuerySize(1, 0, 0);

    static QuerySize of(Clause clause) {
        return switch (clause) {
            case Clause.Everything everything -> NOTHING;
            case Clause.Word word -> ONE_WORD;
            case Clause.Phrase phrase -> ONE_WORD;
            case Clause.Pattern pattern -> of(pattern);
            case Clause.Fuzzy fuzzy -> new QuerySize(1, 0, 1);
            case Clause.InField in -> of(in.clause());
            case Clause.Not not -> of(not.clause());
            case Clause.And and -> of(and.clauses());
            case Clause.Or or -> of(or.clauses());
        };
    }

    private static QuerySize of(List<Clause> clauses) {
        return clauses.stream().map(QuerySize::of).reduce(NOTHING, QuerySize::plus);
    }

    /** {@code Vor-*ort-*beratung} is looked for piece by piece. */
    private static QuerySize of(Clause.Pattern pattern) {
        int leading = (int) Stream.of(pattern.pattern().split("[^\\p{L}\\p{M}\\p{N}*?]+"))
                .filter(piece -> piece.startsWith("*") || piece.startsWith("?"))
                .count();
        return new QuerySize(1, leading, 0);
    }

    private QuerySize plus(QuerySize other) {
        return new QuerySize(
                words + other.words, leadingWildcards + other.leadingWildcards, fuzzyWords + other.fuzzyWords);
    }
}
