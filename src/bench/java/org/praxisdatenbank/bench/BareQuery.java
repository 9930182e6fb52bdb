package org.praxisdatenbank.bench;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What Lucene's own parser over several fields would make of a question. For any thread. */
record BareQuery(Analyzer analyzer) {
    private static final List<String> FIELDS =
            List.of("title", "labels", "provider", "place", "summary", "description");
    /** As ours: so long a word may differ in nothing, or in one letter; a longer one in two. */
    private static final int LONGEST_WITHOUT_EDIT = 2;

    private static final int LONGEST_WITH_ONE_EDIT = 5;
    private static final int MOST_SPELLINGS = 50;

    Query of(Question question) {
        List<String> words = question.words();
        return switch (question.kind()) {
            case EVERYTHING -> MatchAllDocsQuery.INSTANCE;
            case WORD, TWO_WORDS -> all(words);
            case PHRASE -> any(field -> new QueryBuilder(analyzer).createPhraseQuery(field, String.join(" ", words)));
            case PREFIX -> any(field -> new PrefixQuery(term(field, words.getFirst())));
            case FUZZY -> any(field -> fuzzy(term(field, words.getFirst())));
        };
    }

    private Query all(List<String> words) {
        if (words.size() == 1) {
            return word(words.getFirst());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word(word), Occur.MUST));
        return all.build();
    }

    private Query word(String word) {
        return any(field -> new QueryBuilder(analyzer).createBooleanQuery(field, word, Occur.MUST));
    }

    private static Query any(Function<String, @Nullable Query> inField) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : FIELDS) {
            Query query = inField.apply(field);
            if (query != null) {
                any.add(query, Occur.SHOULD);
            }
        }
        return any.build();
    }

    private Term term(String field, String word) {
        return new Term(field, analyzer.normalize(field, word));
    }

    private static Query fuzzy(Term term) {
        int length = term.text().codePointCount(0, term.text().length());
        int edits = length <= LONGEST_WITHOUT_EDIT ? 0 : length <= LONGEST_WITH_ONE_EDIT ? 1 : 2;
        return new FuzzyQuery(term, edits, 0, MOST_SPELLINGS, true);
    }
}
