package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.SearchQuery.Match;

/**
 * Makes Lucene's query of a {@link Clause}. Every word is looked for in all fields by itself, so that words of one
 * query may be found in different fields. A part that says nothing (stop words, punctuation) is left out: empty. One
 * object makes one query; it counts what the query costs.
 */
final class TextQuery {
    /** Words times fields; Lucene refuses 1,024, and filters need some. */
    static final int MOST_PARTS = 800;
    /** Spellings that a near spelling or a pattern is looked for in. */
    private static final int MOST_SPELLINGS = 50;
    /** The mark before words as written is no letter that may differ. */
    private static final int EXACT_PREFIX = 1;

    private static final int LONGEST_WITHOUT_EDIT = 2;
    private static final int LONGEST_WITH_ONE_EDIT = 5;

    private final Analysis analysis;
    private int parts;

    private TextQuery(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Raises {@link Problem.Invalid} for {@code q} where the query would be too large or too complex. */
    static Query of(Clause clause, Match match, Analysis analysis) {
        try {
            return new TextQuery(analysis)
                    .query(clause, Ranking.EVERYWHERE, match)
                    .orElseGet(() -> MatchAllDocsQuery.INSTANCE);
        } catch (TooComplexToDeterminizeException e) {
            throw new Problem.Invalid("q", "problem.query.pattern").raise();
        }
    }

    private Optional<Query> query(Clause clause, List<Weighted> fields, Match match) {
        return switch (clause) {
            case Clause.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case Clause.Word word -> word(word.text(), fields);
            case Clause.Phrase phrase -> inEach(fields, analysis.stems(phrase.text()));
            case Clause.Pattern pattern -> pattern(pattern.pattern(), fields);
            case Clause.Fuzzy fuzzy -> fuzzy(fuzzy.text(), fields);
            case Clause.InField in -> query(in.clause(), Ranking.fields(in.field()), match);
            case Clause.And and -> joined(and.clauses(), match == Match.ALL ? Occur.MUST : Occur.SHOULD, fields, match);
            case Clause.Or or -> joined(or.clauses(), Occur.SHOULD, fields, Match.ALL);
            case Clause.Not not -> joined(List.of(not), Occur.MUST, fields, match);
        };
    }

    private Optional<Query> word(String text, List<Weighted> fields) {
        if (analysis.written(text).stream().allMatch(analysis::isStopWord)) {
            return Optional.empty();
        }
        return inEach(fields, analysis.stems(text));
    }

    private Optional<Query> inEach(List<Weighted> fields, List<String> stems) {
        return switch (stems.size()) {
            case 0 -> Optional.empty();
            case 1 -> inEach(fields, field -> new TermQuery(new Term(field, stems.getFirst())));
            default -> inEach(fields, field -> new PhraseQuery(field, stems.toArray(String[]::new)));
        };
    }

    private Optional<Query> inEach(List<Weighted> fields, Function<String, Query> inField) {
        parts += fields.size();
        if (parts > MOST_PARTS) {
            throw new Problem.Invalid(
                            "q", "problem.query.too_many", String.valueOf(MOST_PARTS / Ranking.EVERYWHERE.size()))
                    .raise();
        }
        List<Query> queries = fields.stream()
                .<Query>map(field -> new BoostQuery(inField.apply(field.field()), field.weight()))
                .toList();
        return Optional.of(
                queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, Ranking.OTHER_FIELDS));
    }

    /** A word of several pieces ({@code Vor-Ort-Ber*}) must have each of them, wherever they stand. */
    private Optional<Query> pattern(String pattern, List<Weighted> fields) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int pieces = 0;
        for (String piece : analysis.normalForm(pattern).split("[^\\p{L}\\p{M}\\p{N}*?]+")) {
            if (piece.codePoints().anyMatch(Character::isLetterOrDigit)) {
                Term spelling = new Term("", Analysis.AS_WRITTEN + piece);
                inEach(fields, field -> new WildcardQuery(new Term(field, spelling.bytes())))
                        .ifPresent(query -> all.add(query, Occur.MUST));
                pieces++;
            }
        }
        return pieces == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private Optional<Query> fuzzy(String text, List<Weighted> fields) {
        List<String> written = analysis.written(text);
        if (written.size() != 1) {
            return word(text, fields);
        }
        String word = written.getFirst();
        Term spelling = new Term("", Analysis.AS_WRITTEN + word);
        return inEach(
                fields,
                field -> new FuzzyQuery(
                        new Term(field, spelling.bytes()), edits(word), EXACT_PREFIX, MOST_SPELLINGS, true));
    }

    private static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        if (length <= LONGEST_WITHOUT_EDIT) {
            return 0;
        }
        return length <= LONGEST_WITH_ONE_EDIT ? 1 : 2;
    }

    /** What is prohibited is so for all of it, and a prohibition alone leaves everything else. */
    private Optional<Query> joined(List<Clause> clauses, Occur occur, List<Weighted> fields, Match match) {
        List<Query> wanted = new ArrayList<>();
        List<Query> prohibited = new ArrayList<>();
        for (Clause clause : clauses) {
            switch (clause) {
                case Clause.Not not
                when occur == Occur.MUST || match == Match.SOME ->
                    query(not.clause(), fields, Match.ALL).ifPresent(prohibited::add);
                case Clause.Not not ->
                    joined(List.of(not), Occur.MUST, fields, match).ifPresent(wanted::add);
                default -> query(clause, fields, match).ifPresent(wanted::add);
            }
        }
        if (wanted.isEmpty() && prohibited.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        wanted.forEach(query -> joined.add(query, occur));
        prohibited.forEach(query -> joined.add(query, Occur.MUST_NOT));
        if (wanted.isEmpty()) {
            joined.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return Optional.of(joined.build());
    }
}
