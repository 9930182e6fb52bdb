package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.index.Candidates.Candidate;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;

/**
 * Completes a text from one state of the index. Each count is that of the search which the suggestion leads to; only
 * what is shown is counted. For one request, by one thread.
 */
final class Suggestions {
    /** With fewer completions as typed, near spellings are looked for. */
    private static final int ENOUGH = 3;

    private static final Comparator<Counted> BEST_FIRST = Comparator.<Counted, SuggestionKind>comparing(
                    counted -> counted.candidate().kind())
            .thenComparingInt(counted -> counted.candidate().rank())
            .thenComparing(counted -> counted.suggestion().count(), Comparator.reverseOrder())
            .thenComparing(counted -> counted.suggestion().text());

    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final SuggestionMemory memory;

    Suggestions(IndexSearcher searcher, IndexSetup setup, SuggestionMemory memory) {
        this.searcher = searcher;
        this.setup = setup;
        this.memory = memory;
    }

    private record Counted(Candidate candidate, Suggestion suggestion) {}

    /** What begins as typed, then near spellings; by kind, each with its share while others have some. */
    List<Suggestion> of(String text, Filters filters, int limit) throws IOException {
        String typed = String.join(" ", setup.analysis().normal(text));
        if (typed.isEmpty() || typed.length() > SuggestionTerms.LONGEST_KEY || limit < 1) {
            return List.of();
        }
        Narrowed narrowed = new Narrowed(searcher, setup, memory.sets(), filters);
        DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
        Candidates candidates = new Candidates(reader, setup, memory.completions(), narrowed, limit);
        Beginning beginning = new Beginning(typed, 0);
        List<Suggestion> suggestions = new ArrayList<>();
        int edits = 0;
        while (edits == 0 || (edits <= beginning.mostEdits() && suggestions.size() < Math.min(ENOUGH, limit))) {
            Map<SuggestionKind, List<Candidate>> found = candidates.of(beginning.with(edits));
            suggestions.addAll(counted(shared(found, limit - suggestions.size()), narrowed));
            edits++;
        }
        return suggestions;
    }

    private static List<Candidate> shared(Map<SuggestionKind, List<Candidate>> found, int limit) {
        Map<SuggestionKind, Integer> taken = new EnumMap<>(SuggestionKind.class);
        int left = limit;
        for (boolean isShare : new boolean[] {true, false}) {
            for (SuggestionKind kind : SuggestionKind.values()) {
                int before = taken.getOrDefault(kind, 0);
                int there = found.getOrDefault(kind, List.of()).size();
                int more = Math.min(left, Math.min(isShare ? kind.share() : limit, there) - before);
                taken.put(kind, before + Math.max(0, more));
                left -= Math.max(0, more);
            }
        }
        List<Candidate> shared = new ArrayList<>();
        taken.forEach((kind, number) ->
                shared.addAll(found.getOrDefault(kind, List.of()).subList(0, number)));
        return shared;
    }

    private List<Suggestion> counted(List<Candidate> candidates, Narrowed narrowed) throws IOException {
        List<Counted> counted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Target target = candidate.target();
            String text =
                    target instanceof Target.Title title ? title(title.id().value()) : candidate.text();
            int count = narrowed.count(text, target);
            if (count > 0) {
                counted.add(new Counted(candidate, new Suggestion(text, count, target)));
            }
        }
        return counted.stream().sorted(BEST_FIRST).map(Counted::suggestion).toList();
    }

    private String title(String id) throws IOException {
        for (ScoreDoc found : searcher.search(new TermQuery(new Term(Fields.ID, id)), 1).scoreDocs) {
            return searcher.storedFields()
                    .document(found.doc, Set.of(Fields.TITLE))
                    .get(Fields.TITLE);
        }
        throw new IllegalStateException("practice " + id + " was found a moment ago in the same state of the index");
    }
}
