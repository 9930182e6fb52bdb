package org.praxisdatenbank.index;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.SearchQuery.Match;

/**
 * Makes Lucene's query of a {@link Clause}. Every word is looked for in all fields by itself, so that words of one
 * query may be found in different fields. A part that says nothing (stop words, punctuation) is left out: empty. One
 * object makes one query; it counts what the query costs.
 */
final class TextQuery {
    /** Ways times fields; Lucene's own limit lies above, see {@link IndexSetup}. */
    static final int MOST_PARTS = 6_000;

    private final German german;
    private final Ways ways;
    private final boolean isStrict;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Query> neighbours = new ArrayList<>();
    private int parts;

    /** @param isStrict words match in their own forms only */
    private TextQuery(German german, boolean isStrict) {
        this.german = german;
        this.ways = new Ways(german);
        this.isStrict = isStrict;
    }

    /**
     * What to search, and what was asked for in it.
     *
     * @param asked the words that may be found; what is to be left out is not among them
     * @param neighbours what matches where words stand near each other that were typed next to each other
     */
    record Made(Query query, List<Asked> asked, List<Query> neighbours) {
        Made {
            asked = List.copyOf(asked);
            neighbours = List.copyOf(neighbours);
        }
    }

    /** Raises {@link Problem.Invalid} for {@code q} where the query would be too large or too complex. */
    static Made of(Clause clause, Match match, Analysis analysis) {
        try {
            TextQuery text = new TextQuery(analysis.german(), false);
            Query query = text.query(clause, Ranking.EVERYWHERE, match).orElse(MatchAllDocsQuery.INSTANCE);
            return new Made(query, text.asked, text.neighbours);
        } catch (TooComplexToDeterminizeException e) {
            throw new Problem.Invalid("q", "problem.query.pattern").raise();
        }
    }

    private Optional<Query> query(Clause clause, List<Weighted> fields, Match match) {
        return switch (clause) {
            case Clause.Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case Clause.Word word -> word(word.text(), fields);
            case Clause.Phrase phrase ->
                ways.phrase(phrase.text()).map(way -> found(phrase.text(), fields, List.of(way)));
            case Clause.Pattern pattern ->
                all(ways.pattern(pattern.pattern())
                        .map(way -> found(pattern.pattern(), fields, List.of(way)))
                        .toList());
            case Clause.Fuzzy fuzzy -> fuzzy(fuzzy.text(), fields);
            case Clause.InField in -> query(in.clause(), Ranking.fields(in.field()), match);
            case Clause.And and -> joined(and.clauses(), match == Match.ALL ? Together.EVERY : Together.MOST, fields);
            case Clause.Or or -> joined(or.clauses(), Together.ANY, fields);
            case Clause.Not not -> joined(List.of(not), Together.EVERY, fields);
        };
    }

    /** What is written in one may be several words ({@code und/oder}): each that says something. */
    private Optional<Query> word(String text, List<Weighted> fields) {
        return all(Written.in(text).stream()
                .filter(this::isTelling)
                .map(word -> found(text, fields, isStrict ? ways.plain(word) : ways.of(word)))
                .toList());
    }

    private boolean isTelling(Written word) {
        return word.pieces().stream().anyMatch(piece -> !german.isStopWord(piece.text()));
    }

    private Optional<Query> fuzzy(String text, List<Weighted> fields) {
        List<Written> words = Written.in(text);
        if (words.size() != 1 || words.getFirst().pieces().size() != 1) {
            return word(text, fields);
        }
        String normal = german.form(words.getFirst().pieces().getFirst().text()).normal();
        return Optional.of(found(text, fields, List.of(ways.spelling(normal))));
    }

    private static Optional<Query> all(List<Query> queries) {
        if (queries.size() <= 1) {
            return queries.stream().findFirst();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.MUST));
        return Optional.of(all.build());
    }

    /** In the best of the fields, by all ways; noted as asked for. */
    private Query found(String text, List<Weighted> fields, List<Way> ways) {
        parts += fields.size() * ways.size();
        if (parts > MOST_PARTS) {
            int words = MOST_PARTS / (Ranking.EVERYWHERE.size() * Ways.STRAIGHT);
            throw new Problem.Invalid("q", "problem.query.too_many", String.valueOf(words)).raise();
        }
        asked.add(new Asked(text, fields, ways));
        List<Query> queries = fields.stream()
                .<Query>map(field -> new BoostQuery(inField(field.field(), ways), field.weight()))
                .toList();
        return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, Ranking.OTHER_FIELDS);
    }

    /** The straight ways together, or the best synonym. */
    private static Query inField(String field, List<Way> ways) {
        List<Query> straight = weighted(field, ways.stream().filter(way -> !way.isRelative()));
        List<Query> relatives = weighted(field, ways.stream().filter(Way::isRelative));
        Query word = straight.size() == 1 ? straight.getFirst() : any(straight);
        if (relatives.isEmpty()) {
            return word;
        }
        List<Query> best = new ArrayList<>(relatives);
        if (!straight.isEmpty()) {
            best.add(word);
        }
        return new DisjunctionMaxQuery(best, Ranking.OTHER_SYNONYMS);
    }

    private static List<Query> weighted(String field, Stream<Way> ways) {
        return ways.<Query>map(way -> new BoostQuery(way.search().apply(field), Ranking.weight(way.route())))
                .toList();
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /** What is prohibited is so for all of it, and a prohibition alone leaves everything else. */
    private Optional<Query> joined(List<Clause> clauses, Together together, List<Weighted> fields) {
        List<Query> wanted = new ArrayList<>();
        List<Query> prohibited = new ArrayList<>();
        for (List<Clause> part : terms(clauses, together)) {
            if (part.size() > 1) {
                wanted.add(term(part, together, fields));
            } else if (part.getFirst() instanceof Clause.Not not && together.isRow) {
                without(not.clause(), fields).ifPresent(prohibited::add);
            } else {
                query(part.getFirst(), fields, together.within).ifPresent(wanted::add);
            }
        }
        if (wanted.isEmpty() && prohibited.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        if (wanted.isEmpty()) {
            joined.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        boolean isHinted = together == Together.MOST && !isStrict && wanted.size() > 1;
        (isHinted ? List.of(any(wanted)) : wanted)
                .forEach(query -> joined.add(query, isHinted ? Occur.MUST : together.occur));
        prohibited.forEach(query -> joined.add(query, Occur.MUST_NOT));
        if (isHinted) {
            new Hints(german).of(clauses, fields).forEach(query -> joined.add(query, Occur.SHOULD));
        }
        if (together.isRow && !isStrict) {
            List<Query> near = new Neighbours(german).of(clauses, fields);
            near.forEach(query -> joined.add(query, Occur.SHOULD));
            neighbours.addAll(near);
        }
        return Optional.of(joined.build());
    }

    /** How clauses go together. */
    private enum Together {
        /** Each must match. */
        EVERY(true, Occur.MUST, Match.ALL),
        /** The more match the better. */
        MOST(true, Occur.SHOULD, Match.SOME),
        /** Alternatives. */
        ANY(false, Occur.SHOULD, Match.ALL);

        private final boolean isRow;
        private final Occur occur;
        private final Match within;

        /**
         * Says what that means.
         *
         * @param isRow whether they were typed as words in a row
         * @param occur of each clause
         * @param within how the clauses inside match
         */
        Together(boolean isRow, Occur occur, Match within) {
            this.isRow = isRow;
            this.occur = occur;
            this.within = within;
        }
    }

    /** What must not be there is meant narrowly: {@code -kinder} leaves the {@code Kindergarten} in. */
    private Optional<Query> without(Clause clause, List<Weighted> fields) {
        TextQuery strict = new TextQuery(german, true);
        strict.parts = parts;
        Optional<Query> query = strict.query(clause, fields, Match.ALL);
        parts = strict.parts;
        return query;
    }

    /** Each clause by itself, but words in a row that are a term of the thesaurus ({@code ältere Menschen}) together. */
    private List<List<Clause>> terms(List<Clause> clauses, Together together) {
        List<List<Clause>> terms = new ArrayList<>();
        int next = 0;
        while (next < clauses.size()) {
            int length = together.isRow && !isStrict ? termLength(clauses, next) : 1;
            terms.add(clauses.subList(next, next + length));
            next += length;
        }
        return terms;
    }

    /** How many clauses from there on are one term; 1: only the first. */
    private int termLength(List<Clause> clauses, int first) {
        int longest = 1;
        StringBuilder text = new StringBuilder();
        for (int next = first; next < clauses.size() && clauses.get(next) instanceof Clause.Word word; next++) {
            List<String> stems =
                    german.tellingStems(text.append(' ').append(word.text()).toString());
            if (stems.size() > german.thesaurus().longest()) {
                break;
            }
            if (next > first && stems.size() > 1 && !ways.relatives(stems).isEmpty()) {
                longest = next - first + 1;
            }
        }
        return longest;
    }

    /** The words each for itself, or another word for all of them. */
    private Query term(List<Clause> words, Together together, List<Weighted> fields) {
        BooleanQuery.Builder each = new BooleanQuery.Builder();
        words.forEach(word -> query(word, fields, Match.ALL).ifPresent(query -> each.add(query, together.occur)));
        String text = words.stream().map(QueryText::print).collect(joining(" "));
        Query relatives = found(text, fields, ways.relatives(german.tellingStems(text)));
        return any(List.of(each.build(), relatives));
    }
}
