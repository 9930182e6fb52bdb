package org.praxisdatenbank.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.FixedBitSet;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.Results.Shown;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Timing;

/** One search in one state of the index. */
final class Search {
    private static final Query NOTHING = new MatchNoDocsQuery("the time is up");

    private final IndexSearcher searcher;
    private final TimedSearcher timed;
    private final SearchQuery asked;
    private final IndexSetup setup;
    private final LocalDate today;
    private final KnownTerms known;
    private final Timing timing = new Timing();
    private final Clause clause;
    private final Raised raised;

    /** @param limit cuts short the finding and counting, not the showing of what was found */
    Search(IndexSearcher searcher, SearchQuery asked, IndexSetup setup, TimeLimit limit) throws IOException {
        this.searcher = searcher;
        this.timed = new TimedSearcher(searcher, limit);
        this.asked = asked;
        this.setup = setup;
        this.today = LocalDate.now(setup.clock());
        this.known = new KnownTerms(timed);
        this.clause = QueryText.parse(asked.text());
        this.raised = new Raised(hasText(), today);
        timing.lap("parse");
    }

    Results run() throws IOException {
        Chosen chosen = chosen();
        timing.lap("match");
        Set<Facet> counted = asked.wanted().facets();
        FixedBitSet[] left = filtered(chosen.matched(), counted);
        FacetCounts counts =
                new FacetCounts(searcher.getIndexReader(), left, setup.columns(), asked.filters(), counted, today);
        long total = counts.total();
        boolean isPartial = timed.timedOut();
        timed.waitFromNowOn();
        timing.lap("filter");
        PagedHits.Page page = page(chosen, counts.hits());
        timing.lap("find");
        Counted facets = counted(counts);
        timing.lap("facets");
        return new Results(
                total,
                chosen.match(),
                QueryText.print(clause),
                hits(page.hits(), chosen),
                facets.listed(),
                facets.unlisted(),
                page.next(),
                isPartial,
                timing);
    }

    /**
     * Hands over the ids of all hits in their order; false, and none of them, where the time was up before.
     *
     * @param step how many are kept in memory
     */
    boolean forEachId(int step, Consumer<PracticeId> use) throws IOException {
        Chosen chosen = chosen();
        FixedBitSet[] hits = filtered(chosen.matched(), Set.of());
        if (timed.timedOut()) {
            return false;
        }
        timed.waitFromNowOn();
        AllHits all = new AllHits(timed, asked.sort(), step);
        if (asked.sort() == SearchQuery.Sort.RELEVANCE && hasText()) {
            all.byScore(new BestHits(timed, chosen.query(), raised), hits, use);
        } else {
            all.unscored(hits, use);
        }
        return true;
    }

    /** How many words must match, the query that says so, and what it finds in each segment. */
    private record Chosen(Match match, TextQuery.Made made, Query query, List<FixedBitSet> matched) {}

    /** Decided from the text alone, so that a filter never changes what the words mean; ALL where time did not do. */
    private Chosen chosen() throws IOException {
        if (asked.match() != null) {
            return chosen(asked.match());
        }
        Chosen all = chosen(Match.ALL);
        boolean isAll = !hasText() || timed.timedOut() || all.matched().stream().anyMatch(set -> !set.scanIsEmpty());
        return isAll ? all : chosen(Match.SOME);
    }

    private boolean hasText() {
        return !(clause instanceof Clause.Everything);
    }

    private Chosen chosen(Match match) throws IOException {
        TextQuery.Made made = TextQuery.of(clause, match, setup.analysis());
        Query query = timed.inTime(() -> known.in(timed.rewrite(made.query())), NOTHING);
        return new Chosen(match, made, query, List.of(new MatchPass(timed, query).run()));
    }

    /** What the filters leave of it, but for the any-of choice in facets that are counted. */
    private FixedBitSet[] filtered(List<FixedBitSet> matched, Set<Facet> counted) throws IOException {
        FixedBitSet[] left = matched.toArray(FixedBitSet[]::new);
        MatchPass filters = new MatchPass(timed, new FilterQuery(today).of(asked.filters(), counted));
        if (filters.isEverything()) {
            return left;
        }
        FixedBitSet[] allowed = filters.run();
        for (int segment = 0; segment < left.length; segment++) {
            left[segment].and(allowed[segment]);
        }
        return left;
    }

    /** Without a limit of time: what was found in time is to be shown. */
    private PagedHits.Page page(Chosen chosen, FixedBitSet[] hits) throws IOException {
        PagedHits paged = new PagedHits(timed, asked, chosen.match(), StateSearcher.stateOf(searcher));
        return asked.sort() == SearchQuery.Sort.RELEVANCE && hasText()
                ? paged.byScore(hits, chosen.query(), raised)
                : paged.unscored(hits, setup.documentOrders());
    }

    private List<Hit> hits(List<ScoreDoc> found, Chosen chosen) throws IOException {
        ScoreDoc[] scored = found.toArray(ScoreDoc[]::new);
        if (asked.sort() != SearchQuery.Sort.RELEVANCE) {
            TopFieldCollector.populateScores(scored, timed, chosen.query());
        }
        Optional<Highlights> highlights = asked.wanted().highlights() && !found.isEmpty()
                ? Optional.of(new Highlights(timed, chosen.made(), known, raised, documents(found)))
                : Optional.empty();
        StoredFields stored = timed.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc hit : scored) {
            Document document = Summaries.stored(stored, hit.doc);
            timing.lap("fields");
            Shown shown = highlights.isPresent() ? highlights.get().of(hit.doc, document) : Shown.NOTHING;
            timing.lap("marks");
            hits.add(new Hit(Summaries.of(document), score(hit), shown));
        }
        return hits;
    }

    private static List<Integer> documents(List<ScoreDoc> hits) {
        return hits.stream().map(hit -> hit.doc).toList();
    }

    /** In another order than by score it is not raised yet. */
    private double score(ScoreDoc hit) throws IOException {
        if (hit instanceof FieldDoc inOrder && inOrder.fields[0] instanceof Float score) {
            return score;
        }
        return raised.score(searcher.getIndexReader(), hit);
    }

    /** The values that are listed, and how many more there are. */
    private record Counted(Map<Facet, List<FacetCount>> listed, Map<Facet, Integer> unlisted) {}

    private Counted counted(FacetCounts counting) {
        Counted all = new Counted(new EnumMap<>(Facet.class), new EnumMap<>(Facet.class));
        for (Facet facet : asked.wanted().facets()) {
            Set<String> chosen = asked.filters().in(facet).any();
            if (facet.isOpen()) {
                ValueCounts carried = counting.ofOpen(facet);
                List<FacetCount> first = setup.columns()
                        .values(facet)
                        .first(carried, chosen, asked.wanted().values());
                all.listed.put(facet, first);
                long listed = first.stream().filter(count -> count.count() > 0).count();
                if (listed < carried.values()) {
                    all.unlisted.put(facet, (int) (carried.values() - listed));
                }
            } else {
                all.listed.put(facet, setup.order().listed(facet, counting.of(facet, chosen), chosen));
            }
        }
        return all;
    }
}
