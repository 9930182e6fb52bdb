package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * Finds practices that are about the same: by the terms they carry and the words of title and summary, each counting
 * the more the fewer practices have it. Its type and state alone make none similar.
 */
final class Similar {
    /** What a term counts, compared with a word as rare. */
    private static final double TERM = 1.5;

    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final CarriedTerms carried;
    private final TellingWords telling;

    Similar(IndexSearcher searcher, IndexSetup setup) {
        this.searcher = searcher;
        this.setup = setup;
        this.carried = new CarriedTerms(searcher.getIndexReader());
        this.telling =
                new TellingWords(searcher.getIndexReader(), setup.analysis().german());
    }

    /** Best first; empty where the practice is not in the index. */
    List<SimilarPractice> to(PracticeId id, int limit) throws IOException {
        Query itself = new TermQuery(new Term(Fields.ID, id.value()));
        ScoreDoc[] found = searcher.search(itself, 1).scoreDocs;
        if (found.length == 0 || limit < 1) {
            return List.of();
        }
        StoredFields stored = searcher.storedFields();
        Wording wording = Summaries.of(stored.document(found[0].doc)).wording();
        Map<TermId, Double> terms = carried.of(found[0].doc);
        Map<String, Double> words = telling.of(wording);
        Query likeIt = new BooleanQuery.Builder()
                .add(like(terms, words), Occur.MUST)
                .add(itself, Occur.MUST_NOT)
                .build();
        List<SimilarPractice> similar = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(likeIt, limit, Orders.of(SearchQuery.Sort.RELEVANCE)).scoreDocs) {
            similar.add(shared(hit.doc, Summaries.of(stored.document(hit.doc)), terms, words));
        }
        return similar;
    }

    private static Query like(Map<TermId, Double> terms, Map<String, Double> words) {
        BooleanQuery.Builder like = new BooleanQuery.Builder();
        terms.forEach((term, rarity) -> like.add(
                counting(
                        new TermQuery(new Term(
                                Fields.of(Facet.of(term.vocabulary().id()).orElseThrow()), term.value())),
                        TERM * rarity),
                Occur.SHOULD));
        words.forEach((stem, rarity) -> like.add(
                counting(
                        new BooleanQuery.Builder()
                                .add(new TermQuery(new Term(Fields.TITLE, Analysis.PART + stem)), Occur.SHOULD)
                                .add(new TermQuery(new Term(Fields.SUMMARY, Analysis.PART + stem)), Occur.SHOULD)
                                .build(),
                        rarity),
                Occur.SHOULD));
        return like.build();
    }

    private static Query counting(Query query, double weight) {
        return new BoostQuery(new ConstantScoreQuery(query), (float) weight);
    }

    private SimilarPractice shared(
            int document, PracticeSummary practice, Map<TermId, Double> terms, Map<String, Double> words)
            throws IOException {
        Set<TermId> theirs = carried.of(document).keySet();
        List<TermId> both = terms.entrySet().stream()
                .filter(term -> theirs.contains(term.getKey()))
                .sorted(Map.Entry.<TermId, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return new SimilarPractice(practice, both, telling.shared(practice.wording(), words, stems(both)));
    }

    /** The stems of the labels, in both languages. */
    private Set<String> stems(List<TermId> terms) {
        Labels labels = new Labels(setup.vocabularies());
        Set<String> stems = new HashSet<>();
        terms.stream().flatMap(term -> labels.of(term).stream()).forEach(label -> stems.addAll(telling.stems(label)));
        return stems;
    }
}
