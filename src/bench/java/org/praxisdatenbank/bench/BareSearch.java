package org.praxisdatenbank.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.transfer.PracticeFile;

/** Searches the bare index: ten hits with stored fields and highlights, exact total, eight facets. For any thread. */
final class BareSearch implements AutoCloseable {
    private static final int HITS = 10;
    private static final int MOST_VALUES = 1_000;
    private static final String[] HIGHLIGHTED = {"title", "summary", "description"};

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState state;
    private final DrillSideways sideways;
    private final BareQuery queries = new BareQuery(BareIndex.ANALYZER);

    BareSearch(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.state = new DefaultSortedSetDocValuesReaderState(reader, BareIndex.FACETS);
        this.sideways = new DrillSideways(searcher, BareIndex.FACETS, state);
    }

    static BareSearch of(World world, Options options) throws IOException {
        String folder = options.offsets() ? "bare-offsets" : "bare";
        BareIndex index = new BareIndex(world.home().resolve(folder), world.vocabularies(), options.offsets());
        return new BareSearch(index.open(
                world.practices(),
                use -> new PracticeFile(world.file(), index.vocabularies()).forEach(use)));
    }

    /**
     * What was found; kept so that nothing of the work can be left out.
     *
     * @param highlights of each field, in the order of the hits
     */
    record Found(long total, List<Document> hits, List<FacetResult> facets, Map<String, String[]> highlights) {}

    Found search(Question question, boolean isHighlighted) throws IOException {
        Query text = query(question);
        Result result = question.filters().isEmpty() ? plain(text) : filtered(text, question.filters());
        List<FacetResult> facets = new ArrayList<>();
        for (Facet facet : Question.COUNTED) {
            facets.add(result.facets.getTopChildren(MOST_VALUES, facet.parameter()));
        }
        StoredFields stored = searcher.storedFields();
        List<Document> hits = new ArrayList<>();
        for (ScoreDoc hit : result.top.scoreDocs) {
            hits.add(stored.document(hit.doc));
        }
        return new Found(
                result.top.totalHits.value(),
                hits,
                facets,
                isHighlighted && !hits.isEmpty() ? highlights(text, result.top) : Map.of());
    }

    /**
     * Near spellings are looked up before: of the query as it is, the highlighter makes automata that take it a second.
     */
    private Query query(Question question) throws IOException {
        Query query = queries.of(question);
        return question.kind() == Question.Kind.FUZZY ? searcher.rewrite(query) : query;
    }

    private record Result(TopDocs top, Facets facets) {}

    private Result plain(Query text) throws IOException {
        FacetsCollectorManager counted = new FacetsCollectorManager();
        Object[] both = searcher.search(text, new MultiCollectorManager(hits(), counted));
        return new Result(
                (TopDocs) both[0], new SortedSetDocValuesFacetCounts(state, (FacetsCollector) both[1]));
    }

    private Result filtered(Query text, Map<Facet, List<String>> filters) throws IOException {
        DrillDownQuery query = new DrillDownQuery(BareIndex.FACETS, text);
        filters.forEach((facet, values) -> values.forEach(value -> query.add(facet.parameter(), value)));
        var found = sideways.search(query, hits());
        return new Result(found.collectorResult, found.facets);
    }

    private static TopScoreDocCollectorManager hits() {
        return new TopScoreDocCollectorManager(HITS, null, Integer.MAX_VALUE);
    }

    private Map<String, String[]> highlights(Query text, TopDocs top) throws IOException {
        return UnifiedHighlighter.builder(searcher, BareIndex.ANALYZER)
                .build()
                .highlightFields(HIGHLIGHTED, text, top);
    }

    /** Lucene's shortest way to the counts of everything: no query at all. */
    List<FacetResult> countEverything() throws IOException {
        return new SortedSetDocValuesFacetCounts(state).getAllDims(MOST_VALUES);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        reader.directory().close();
    }
}
