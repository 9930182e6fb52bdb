package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.query.SearchQuery;

/** Finds practices that share telling words and labels with one. */
final class Similar {
    private static final String[] COMPARED = {Fields.TITLE, Fields.SUMMARY, Fields.LABELS};
    private static final int MOST_WORDS = 40;

    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final Labels labels;

    Similar(IndexSearcher searcher, IndexSetup setup) {
        this.searcher = searcher;
        this.setup = setup;
        this.labels = new Labels(setup.vocabularies());
    }

    /** Best first; empty where the practice is not in the index. */
    List<PracticeSummary> to(PracticeId id, int limit) throws IOException {
        Query itself = new TermQuery(new Term(Fields.ID, id.value()));
        ScoreDoc[] found = searcher.search(itself, 1).scoreDocs;
        if (found.length == 0 || limit < 1) {
            return List.of();
        }
        StoredFields stored = searcher.storedFields();
        Query likeIt = new BooleanQuery.Builder()
                .add(like(Summaries.read(stored, found[0].doc)), Occur.MUST)
                .add(itself, Occur.MUST_NOT)
                .build();
        List<PracticeSummary> similar = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(likeIt, limit, Orders.of(SearchQuery.Sort.RELEVANCE)).scoreDocs) {
            similar.add(Summaries.read(stored, hit.doc));
        }
        return similar;
    }

    private Query like(PracticeSummary practice) throws IOException {
        MoreLikeThis words = new MoreLikeThis(searcher.getIndexReader());
        words.setAnalyzer(setup.analysis().stems());
        words.setFieldNames(COMPARED);
        words.setMinTermFreq(1);
        words.setMinDocFreq(2);
        words.setMaxQueryTerms(MOST_WORDS);
        words.setBoost(true);
        words.setStopWords(setup.analysis().stopStems());
        Map<String, Collection<Object>> texts = Map.of(
                Fields.TITLE, List.of(practice.wording().title()),
                Fields.SUMMARY, List.of(practice.wording().summary()),
                Fields.LABELS,
                        practice.terms().stream()
                                .flatMap(term -> labels.of(term).stream())
                                .<Object>map(label -> label)
                                .toList());
        return words.like(texts);
    }
}
