package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.Results.Shown;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Window;

/** One search in one state of the index. */
final class Search {
    private final IndexSearcher searcher;
    private final TimedSearcher timed;
    private final SearchQuery asked;
    private final IndexSetup setup;
    private final LocalDate today;

    /** @param limit cuts short the finding and counting, not the showing of what was found */
    Search(IndexSearcher searcher, SearchQuery asked, IndexSetup setup, TimeLimit limit) throws IOException {
        this.searcher = searcher;
        this.timed = new TimedSearcher(searcher, limit);
        this.asked = asked;
        this.setup = setup;
        this.today = LocalDate.now(setup.clock());
    }

    Results run() throws IOException {
        Clause clause = QueryText.parse(asked.text());
        Chosen chosen = chosen(clause);
        TextQuery.Made made = chosen.made();
        Query text = timed.rewrite(raised(made.query(), clause));
        List<FacetCounter> counters = counters();
        Query query =
                new FilterQuery(today).of(text, asked.filters(), asked.wanted().facets());
        TopFieldDocs found = timed.search(query, new FacetPass(collectors(), counters));
        List<ScoreDoc> window = window(found);
        Counted facets = counted(counters);
        return new Results(
                found.totalHits.value(),
                chosen.match(),
                QueryText.print(clause),
                hits(window, text, made),
                facets.listed(),
                facets.unlisted(),
                next(found, window, chosen.match()),
                timed.timedOut());
    }

    /** How many words must match, and the query that says so. */
    private record Chosen(Match match, TextQuery.Made made) {}

    /** Decided from the text alone, so that a filter never changes what the words mean; ALL where time did not do. */
    private Chosen chosen(Clause clause) throws IOException {
        if (asked.match() != null) {
            return chosen(clause, asked.match());
        }
        Chosen all = chosen(clause, Match.ALL);
        boolean isAll = clause instanceof Clause.Everything
                || timed.search(new ConstantScoreQuery(all.made().query()), 1).scoreDocs.length > 0
                || timed.timedOut();
        return isAll ? all : chosen(clause, Match.SOME);
    }

    private Chosen chosen(Clause clause, Match match) {
        return new Chosen(match, TextQuery.of(clause, match, setup.analysis()));
    }

    private List<FacetCounter> counters() {
        List<FacetCounter> counters = new ArrayList<>();
        for (Facet facet : asked.wanted().facets()) {
            counters.add(FacetCounter.of(facet, asked.filters().in(facet).any(), today));
        }
        return counters;
    }

    /** No threshold: every hit is counted, nothing but the time limit ends early. */
    private TopFieldCollectorManager collectors() {
        Window window = asked.window();
        @Nullable
        FieldDoc after = window.after() == null
                ? null
                : Cursor.read(window.after(), asked.sort()).place();
        long last = after == null ? (long) window.page() * window.size() : window.size() + 1L;
        int kept = (int) Math.min(last, Math.max(1, searcher.getIndexReader().maxDoc()));
        return new TopFieldCollectorManager(Orders.of(asked.sort()), kept, after, Integer.MAX_VALUE);
    }

    private List<ScoreDoc> window(TopFieldDocs found) {
        List<ScoreDoc> hits = List.of(found.scoreDocs);
        Window window = asked.window();
        long before = window.after() == null ? (window.page() - 1L) * window.size() : 0;
        int first = (int) Math.min(before, hits.size());
        return hits.subList(first, Math.min(first + window.size(), hits.size()));
    }

    private @Nullable String next(TopFieldDocs found, List<ScoreDoc> window, Match match) {
        Window asked = this.asked.window();
        boolean isMore = asked.after() == null
                ? found.totalHits.value() > (long) asked.page() * asked.size()
                : found.scoreDocs.length > window.size();
        return isMore && !window.isEmpty()
                ? new Cursor((FieldDoc) window.getLast(), match, StateSearcher.stateOf(searcher))
                        .print(this.asked.sort())
                : null;
    }

    private Query raised(Query text, Clause clause) {
        return clause instanceof Clause.Everything ? text : FunctionScoreQuery.boostByValue(text, new Raised(today));
    }

    private List<Hit> hits(List<ScoreDoc> window, Query text, TextQuery.Made made) throws IOException {
        ScoreDoc[] scored = window.toArray(ScoreDoc[]::new);
        if (asked.sort() != SearchQuery.Sort.RELEVANCE) {
            TopFieldCollector.populateScores(scored, searcher, text);
        }
        Optional<Highlights> highlights = asked.wanted().highlights()
                ? Optional.of(new Highlights(searcher, made, new Raised(today)))
                : Optional.empty();
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc hit : scored) {
            PracticeSummary practice = Summaries.read(stored, hit.doc);
            Shown shown = highlights.isPresent() ? highlights.get().of(hit.doc, stored) : Shown.NOTHING;
            hits.add(new Hit(practice, score(hit), shown));
        }
        return hits;
    }

    private static double score(ScoreDoc hit) {
        return hit instanceof FieldDoc inOrder && inOrder.fields[0] instanceof Float score ? score : hit.score;
    }

    /** The values that are listed, and how many more there are. */
    private record Counted(Map<Facet, List<FacetCount>> listed, Map<Facet, Integer> unlisted) {}

    private Counted counted(List<FacetCounter> counters) throws IOException {
        Counted all = new Counted(new EnumMap<>(Facet.class), new EnumMap<>(Facet.class));
        for (FacetCounter counter : counters) {
            Facet facet = counter.facet();
            Map<String, Long> counts = counter.counts();
            List<FacetCount> listed = setup.order()
                    .listed(
                            facet,
                            counts,
                            asked.filters().in(facet).any(),
                            asked.wanted().values());
            all.listed.put(facet, listed);
            long found = listed.stream().filter(count -> count.count() > 0).count();
            if (found < counts.size()) {
                all.unlisted.put(facet, (int) (counts.size() - found));
            }
        }
        return all;
    }
}
