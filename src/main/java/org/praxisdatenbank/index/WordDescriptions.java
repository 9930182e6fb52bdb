package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.query.Language.Path;
import org.praxisdatenbank.query.Language.Word;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.SearchQuery.Match;

/** Describes words by the very queries that a search for them is made of, in one state of the index. */
final class WordDescriptions {
    /** More words are left out. */
    static final int MOST_WORDS = 20;

    private final TimedSearcher searcher;
    private final Analysis analysis;

    WordDescriptions(TimedSearcher searcher, Analysis analysis) {
        this.searcher = searcher;
        this.analysis = analysis;
    }

    Language of(String text) throws IOException {
        Clause clause = QueryText.parse(text);
        List<Clause> clauses = Stream.concat(
                        leaves(clause).stream(),
                        TextQuery.of(clause, Match.ALL, analysis).asked().stream()
                                .filter(WordDescriptions::isTerm)
                                .map(term -> QueryText.parse(term.text())))
                .distinct()
                .toList();
        List<Word> words = new ArrayList<>();
        for (Clause each : clauses.subList(0, Math.min(MOST_WORDS, clauses.size()))) {
            words.add(word(each));
        }
        return new Language(words, clauses.size() > MOST_WORDS, searcher.timedOut());
    }

    /** Words in a row that mean something together are asked for by their relatives only. */
    private static boolean isTerm(Asked asked) {
        return asked.ways().stream().allMatch(Way::isRelative);
    }

    private static List<Clause> leaves(Clause clause) {
        return switch (clause) {
            case Clause.Everything everything -> List.of();
            case Clause.InField in ->
                leaves(in.clause()).stream()
                        .<Clause>map(leaf -> new Clause.InField(in.field(), leaf))
                        .toList();
            case Clause.Not not -> leaves(not.clause());
            case Clause.And and -> leaves(and.clauses());
            case Clause.Or or -> leaves(or.clauses());
            case Clause.Word word -> List.of(word);
            case Clause.Phrase phrase -> List.of(phrase);
            case Clause.Pattern pattern -> List.of(pattern);
            case Clause.Fuzzy fuzzy -> List.of(fuzzy);
        };
    }

    private static List<Clause> leaves(List<Clause> clauses) {
        return clauses.stream().flatMap(clause -> leaves(clause).stream()).toList();
    }

    private Word word(Clause clause) throws IOException {
        TextQuery.Made made = TextQuery.of(clause, Match.ALL, analysis);
        boolean isTerm = clause instanceof Clause.And;
        List<Path> paths = new ArrayList<>();
        for (Asked asked : made.asked()) {
            if (!isTerm || isTerm(asked)) {
                for (Way way : asked.ways()) {
                    paths.add(path(way, asked));
                }
            }
        }
        long total = made.asked().isEmpty() ? 0 : searcher.count(made.query());
        return new Word(
                QueryText.print(clause),
                isTerm ? List.of() : new WordForms(analysis.german()).of(clause),
                total,
                paths);
    }

    private Path path(Way way, Asked asked) throws IOException {
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
        for (Weighted field : asked.fields()) {
            Query found = way.search().apply(field.field());
            anywhere.add(found, Occur.SHOULD);
        }
        return new Path(way.route(), way.via(), searcher.count(anywhere.build()));
    }
}
