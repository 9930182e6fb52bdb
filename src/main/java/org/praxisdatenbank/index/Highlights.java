package org.praxisdatenbank.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Results.Fragment;

/** Marks what matched in the texts of the hits of one search, from the offsets that stand in the index. */
final class Highlights {
    private static final int SNIPPET_LENGTH = 300;

    private final Query text;
    private final Highlighter titles;
    private final Highlighter passages;

    /** @param text the query of the text alone, filters mark nothing */
    Highlights(IndexSearcher searcher, Query text, Analysis analysis) {
        this.text = text;
        this.titles = new Highlighter(searcher, analysis, WholeBreakIterator::new, Marks.WHOLE);
        this.passages = new Highlighter(searcher, analysis, Highlights::passages, new Marks(SNIPPET_LENGTH));
    }

    /** Whole sentences, as many as come closest to the length. */
    private static BreakIterator passages() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.GERMAN), SNIPPET_LENGTH, 0.5f);
    }

    /** For each document its title with marks; empty where nothing in it matches. */
    List<Optional<List<Fragment>>> titles(int[] documents) throws IOException {
        return titles.of(Fields.TITLE, text, documents);
    }

    /** For each document the best passage of the summary, else of the description; empty where none matches. */
    List<Optional<List<Fragment>>> snippets(int[] documents) throws IOException {
        List<Optional<List<Fragment>>> summaries = passages.of(Fields.SUMMARY, text, documents);
        int[] others = Arrays.stream(range(documents.length))
                .filter(index -> summaries.get(index).isEmpty())
                .toArray();
        if (others.length == 0) {
            return summaries;
        }
        List<Optional<List<Fragment>>> descriptions = passages.of(
                Fields.DESCRIPTION,
                text,
                Arrays.stream(others).map(index -> documents[index]).toArray());
        List<Optional<List<Fragment>>> snippets = new ArrayList<>(summaries);
        for (int index = 0; index < others.length; index++) {
            snippets.set(others[index], descriptions.get(index));
        }
        return snippets;
    }

    private static int[] range(int length) {
        return IntStream.range(0, length).toArray();
    }

    /** A text without marks, cut to the length of a snippet. */
    static List<Fragment> beginning(String text) {
        return new Marks(SNIPPET_LENGTH).withoutMarks(text);
    }

    /** Opens up the one method that gives what the formatter makes instead of strings. */
    private static final class Highlighter extends UnifiedHighlighter {
        Highlighter(IndexSearcher searcher, Analysis analysis, Supplier<BreakIterator> parts, Marks marks) {
            super(builder(searcher, analysis.indexing())
                    .withBreakIterator(parts)
                    .withFormatter(marks)
                    .withMaxNoHighlightPassages(0)
                    .withMaxLength(Integer.MAX_VALUE - 1));
        }

        @SuppressWarnings("unchecked") // Marks makes nothing else
        List<Optional<List<Fragment>>> of(String field, Query query, int[] documents) throws IOException {
            if (documents.length == 0) {
                return List.of();
            }
            Map<String, Object[]> marked =
                    highlightFieldsAsObjects(new String[] {field}, query, documents.clone(), new int[] {1});
            @Nullable Object @Nullable [] byDocument = marked.get(field);
            if (byDocument == null) {
                throw new IllegalStateException("no highlights for " + field);
            }
            return Arrays.stream(byDocument)
                    .map(fragments -> Optional.ofNullable((List<Fragment>) fragments))
                    .toList();
        }
    }
}
