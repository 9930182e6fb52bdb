package org.praxisdatenbank.query;

import java.util.List;

/**
 * What a query text is made of, without what it says: good for logs, as people search for names too.
 *
 * @param words single words, those in near spellings included
 * @param patterns words with wildcards
 * @param near words that are looked for in near spellings too
 */
public record QueryShape(int words, int phrases, int patterns, int near) {
    private static final QueryShape NOTHING = new QueryShape(0, 0, 0, 0);

    /** Reads the text. */
    public static QueryShape of(String text) {
        return of(QueryText.parse(text));
    }

    private static QueryShape of(Clause clause) {
        return switch (clause) {
            case Clause.Everything everything -> NOTHING;
            case Clause.Word word -> new QueryShape(1, 0, 0, 0);
            case Clause.Phrase phrase -> new QueryShape(0, 1, 0, 0);
            case Clause.Pattern pattern -> new QueryShape(0, 0, 1, 0);
            case Clause.Fuzzy fuzzy -> new QueryShape(1, 0, 0, 1);
            case Clause.InField in -> of(in.clause());
            case Clause.Not not -> of(not.clause());
            case Clause.And and -> of(and.clauses());
            case Clause.Or or -> of(or.clauses());
        };
    }

    private static QueryShape of(List<Clause> clauses) {
        return clauses.stream().map(QueryShape::of).reduce(NOTHING, QueryShape::plus);
    }

    private QueryShape plus(QueryShape other) {
        return new QueryShape(
                words + other.words, phrases + other.phrases, patterns + other.patterns, near + other.near);
    }
}
