package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.german.Thesaurus.Relation;
import org.praxisdatenbank.german.Thesaurus.Relative;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.query.Route;

/** Finds the ways from what was typed to terms of the index, see {@link Analysis}. Safe for use by any thread. */
record Ways(German german) {
    /** Ways of a word that has no synonyms. */
    static final int STRAIGHT = 3;

    private static final int LONGEST_WITHOUT_EDIT = 2;
    private static final int LONGEST_WITH_ONE_EDIT = 5;

    /** A word, which may have hyphens; straight ways first. */
    List<Way> of(Written word) {
        List<WordForm> pieces = forms(word.pieces());
        List<Way> ways = new ArrayList<>(plain(pieces, word.joined().map(this::form)));
        ways.addAll(relatives(pieces.stream().map(WordForm::stem).toList()));
        partsByRelatives(pieces).ifPresent(ways::add);
        word.joined().map(this::form).ifPresent(whole -> ways.addAll(relatives(List.of(whole.stem()))));
        return ways;
    }

    /** The word and its forms only. */
    List<Way> plain(Written word) {
        return plain(forms(word.pieces()), word.joined().map(this::form)).stream()
                .filter(way -> way.route() != Route.COMPOUND_PART && way.route() != Route.PARTS_TOGETHER)
                .toList();
    }

    private List<Way> plain(List<WordForm> pieces, Optional<WordForm> whole) {
        List<String> parts = parts(pieces);
        List<String> normal = pieces.stream()
                .map(piece -> Analysis.AS_WRITTEN + piece.normal())
                .toList();
        List<String> stems = pieces.stream().map(WordForm::stem).toList();
        return List.of(
                new Way(
                        Route.SAME_WORD,
                        null,
                        field -> either(
                                inARow(field, normal),
                                whole.map(word -> term(field, Analysis.AS_WRITTEN + word.normal())))),
                new Way(
                        Route.WORD_FORM,
                        null,
                        field -> either(inARow(field, stems), whole.map(word -> term(field, word.stem())))),
                together(parts));
    }

    private static List<String> parts(List<WordForm> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.partStems().stream())
                .distinct()
                .toList();
    }

    private static Query either(Query one, Optional<Query> other) {
        return other.<Query>map(second -> new BooleanQuery.Builder()
                        .add(one, Occur.SHOULD)
                        .add(second, Occur.SHOULD)
                        .build())
                .orElse(one);
    }

    /** Other words for these, by the stems of what was typed. */
    List<Way> relatives(List<String> stems) {
        return german.thesaurus().of(stems).stream().map(Ways::way).toList();
    }

    private static Way way(Relative relative) {
        Route route = relative.relation() == Relation.SAME_MEANING ? Route.SYNONYM : Route.NARROWER;
        List<String> terms = terms(relative);
        return new Way(route, relative.text(), field -> inARow(field, terms));
    }

    /** One word is found within others too. */
    private static List<String> terms(Relative relative) {
        List<String> stems = relative.stems();
        return stems.size() == 1 ? List.of(Analysis.PART + stems.getFirst()) : stems;
    }

    /** Words next to each other, stop words included; empty without any word. */
    Optional<Way> phrase(String text) {
        List<String> stems = german.stems(text);
        return stems.isEmpty()
                ? Optional.empty()
                : Optional.of(new Way(Route.PHRASE, null, field -> inARow(field, stems)));
    }

    /** A pattern over a word as written; empty without any letter. One of several pieces must have each of them. */
    Stream<Way> pattern(String pattern) {
        return Stream.of(Spelling.normal(pattern).split("[^\\p{L}\\p{M}\\p{N}*?]+"))
                .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(piece -> new PatternQuery.Shared(Analysis.AS_WRITTEN + piece))
                .map(shared -> new Way(Route.PATTERN, null, field -> new PatternQuery(field, shared)));
    }

    /** Words as written that are spelt nearly like this one; of a short one only the word itself. */
    Way spelling(String normal) {
        String term = Analysis.AS_WRITTEN + normal;
        int edits = edits(normal);
        if (edits == 0) {
            return new Way(Route.SPELLING, null, field -> term(field, term));
        }
        SpellingQuery.Shared shared = new SpellingQuery.Shared(term, edits);
        return new Way(Route.SPELLING, null, field -> new SpellingQuery(field, shared));
    }

    private static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        if (length <= LONGEST_WITHOUT_EDIT) {
            return 0;
        }
        return length <= LONGEST_WITH_ONE_EDIT ? 1 : 2;
    }

    private List<WordForm> forms(List<Piece> pieces) {
        return pieces.stream().map(this::form).toList();
    }

    private WordForm form(Piece piece) {
        return german.form(piece.text());
    }

    private static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    private static Query inARow(String field, List<String> terms) {
        return terms.size() == 1 ? term(field, terms.getFirst()) : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    /** Every part, in any order, within one long sentence: scored by the parts. */
    private static Way together(List<String> parts) {
        List<String> terms = parts.stream().map(part -> Analysis.PART + part).toList();
        return terms.size() == 1
                ? new Way(Route.COMPOUND_PART, null, field -> term(field, terms.getFirst()))
                : new Way(Route.PARTS_TOGETHER, null, field -> near(field, terms), field -> interval(field, terms));
    }

    /** The parts of a compound or other words for them ({@code Seniorensport}: Sport, ältere Menschen). */
    private Optional<Way> partsByRelatives(List<WordForm> pieces) {
        List<String> parts = parts(pieces);
        List<List<List<String>>> choices = parts.stream().map(this::choices).toList();
        return parts.size() < 2 || choices.stream().allMatch(choice -> choice.size() == 1)
                ? Optional.empty()
                : Optional.of(new Way(Route.RELATED_PARTS, null, field -> nearChoices(field, choices)));
    }

    /** Each a row of terms. */
    private List<List<String>> choices(String part) {
        List<List<String>> choices = new ArrayList<>();
        choices.add(List.of(Analysis.PART + part));
        for (Relative relative : german.thesaurus().of(List.of(part))) {
            if (relative.relation() == Relation.SAME_MEANING) {
                choices.add(terms(relative));
            }
        }
        return choices;
    }

    private static Query nearChoices(String field, List<List<List<String>>> choices) {
        IntervalsSource[] sources = choices.stream()
                .map(choice -> Intervals.or(choice.stream()
                        .map(terms -> Intervals.phrase(terms.toArray(String[]::new)))
                        .toArray(IntervalsSource[]::new)))
                .toArray(IntervalsSource[]::new);
        return new IntervalQuery(field, Intervals.maxwidth(Ranking.PARTS_WITHIN, Intervals.unordered(sources)));
    }

    private static Query near(String field, List<String> terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(term(field, term), Occur.MUST));
        return all.add(new NearQuery(field, terms, Ranking.PARTS_WITHIN), Occur.FILTER)
                .build();
    }

    private static Query interval(String field, List<String> terms) {
        IntervalsSource[] sources = terms.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
        return new IntervalQuery(field, Intervals.maxwidth(Ranking.PARTS_WITHIN, Intervals.unordered(sources)));
    }
}
