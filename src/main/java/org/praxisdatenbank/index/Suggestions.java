package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;

/** Completes a text from one state of the index. Each count is that of the search which the suggestion leads to. */
final class Suggestions {
    private static final Comparator<Suggestion> MOST_FIRST =
            Comparator.comparingLong(Suggestion::count).reversed().thenComparing(Suggestion::text);

    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final Completions completions;

    Suggestions(IndexSearcher searcher, IndexSetup setup) {
        this.searcher = searcher;
        this.setup = setup;
        this.completions = new Completions(searcher.getIndexReader());
    }

    /** Terms, then words, providers, places, titles; no kind takes more than a third while others have some. */
    List<Suggestion> of(String text, int limit) throws IOException {
        List<String> words = setup.analysis().written(text);
        String prefix = String.join(" ", words);
        if (prefix.isEmpty() || prefix.length() > SuggestionTerms.LONGEST_KEY || limit < 1) {
            return List.of();
        }
        List<List<Suggestion>> kinds = List.of(
                terms(prefix),
                words.size() > 1 ? List.of() : words(prefix, limit),
                texts(Fields.SUGGEST_PROVIDER, prefix, limit, Clause.Field.PROVIDER, new Target.Provider()),
                texts(Fields.SUGGEST_PLACE, prefix, limit, Clause.Field.PLACE, new Target.Place()),
                titles(prefix, limit));
        return shared(kinds, limit);
    }

    private static List<Suggestion> shared(List<List<Suggestion>> kinds, int limit) {
        int share = Math.max(1, limit / 3);
        int[] taken = new int[kinds.size()];
        int left = limit;
        for (int most : new int[] {share, limit}) {
            for (int kind = 0; kind < taken.length; kind++) {
                int more = Math.min(left, Math.min(most, kinds.get(kind).size()) - taken[kind]);
                taken[kind] += Math.max(0, more);
                left -= Math.max(0, more);
            }
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (int kind = 0; kind < taken.length; kind++) {
            suggestions.addAll(kinds.get(kind).subList(0, taken[kind]));
        }
        return suggestions;
    }

    private List<Suggestion> terms(String prefix) throws IOException {
        List<Suggestion> terms = new ArrayList<>();
        for (LabelKeys.Entry entry : setup.labelKeys().startingWith(prefix).values()) {
            Query carried = new TermQuery(
                    new Term(Fields.of(entry.facet()), entry.term().id().value()));
            add(terms, entry.label(), carried, new Target.OfTerm(entry.term().id()));
        }
        terms.sort(MOST_FIRST);
        return terms;
    }

    private List<Suggestion> words(String prefix, int limit) throws IOException {
        Map<String, Completions.Completion> byNormalForm = new HashMap<>();
        for (Completions.Completion word : completions.of(Fields.SUGGEST_WORD, prefix)) {
            byNormalForm.merge(word.key(), word, Completions.Completion::plus);
        }
        List<Suggestion> words = new ArrayList<>();
        for (Completions.Completion word : Completions.most(byNormalForm.values(), limit)) {
            add(words, word.shown(), query(new Clause.Word(word.shown())), new Target.Word());
        }
        words.sort(MOST_FIRST);
        return words;
    }

    private List<Suggestion> texts(String field, String prefix, int limit, Clause.Field searched, Target target)
            throws IOException {
        Map<String, Completions.Completion> byText = new HashMap<>();
        for (Completions.Completion text : completions.of(field, prefix)) {
            byText.merge(text.shown(), text, Completions.Completion::or);
        }
        List<Suggestion> texts = new ArrayList<>();
        for (Completions.Completion text : Completions.most(byText.values(), limit)) {
            Clause clause = new Clause.InField(searched, new Clause.Phrase(text.shown()));
            add(texts, text.shown(), query(clause), target);
        }
        texts.sort(MOST_FIRST);
        return texts;
    }

    private Query query(Clause clause) {
        return TextQuery.of(clause, Match.ALL, setup.analysis());
    }

    /** What only deleted documents carry still stands in the index for a while, but finds nothing. */
    private void add(List<Suggestion> suggestions, String text, Query query, Target target) throws IOException {
        int count = searcher.count(query);
        if (count > 0) {
            suggestions.add(new Suggestion(text, count, target));
        }
    }

    private List<Suggestion> titles(String prefix, int limit) throws IOException {
        List<Suggestion> titles = new ArrayList<>();
        for (String id : completions.shown(Fields.SUGGEST_TITLE, prefix, 2 * limit)) {
            Query itself = new TermQuery(new Term(Fields.ID, id));
            for (ScoreDoc found : searcher.search(itself, 1).scoreDocs) {
                String title = searcher.storedFields()
                        .document(found.doc, Set.of(Fields.TITLE))
                        .get(Fields.TITLE);
                titles.add(new Suggestion(title, 1, new Target.Title(new PracticeId(id))));
            }
            if (titles.size() == limit) {
                return titles;
            }
        }
        return titles;
    }
}
