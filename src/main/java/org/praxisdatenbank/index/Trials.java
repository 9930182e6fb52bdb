package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/**
 * Tries searches in one state of the index, all within the time of one. What was tried last may be wrong once
 * {@link #isTimeUp}. For one thread.
 */
final class Trials {
    private static final Window ONE = new Window(1, 1, null);

    private final IndexSearcher searcher;
    private final IndexSetup setup;
    private final TimeLimit limit;
    private final TimedSearcher timed;

    private Trials(IndexSearcher searcher, IndexSetup setup, TimeLimit limit) throws IOException {
        this.searcher = searcher;
        this.setup = setup;
        this.limit = limit;
        this.timed = new TimedSearcher(searcher, limit);
    }

    static Trials of(IndexSearcher searcher, IndexSetup setup) throws IOException {
        return new Trials(searcher, setup, TimeLimit.of(setup.searchTime()));
    }

    boolean isTimeUp() {
        return limit.shouldExit();
    }

    /** Reads the index until the time is up. */
    TimedSearcher searcher() {
        return timed;
    }

    /** What was asked of it, its total and nothing that costs more. */
    Results search(SearchQuery query) throws IOException {
        return new Search(searcher, query.with(ONE).with(Wanted.HITS), setup, limit).run();
    }

    /** As {@link org.praxisdatenbank.query.PracticeSearch#totals} promises. */
    List<Long> totals(List<SearchQuery> queries) throws IOException {
        List<Long> totals = new ArrayList<>();
        for (SearchQuery query : queries) {
            Results results = search(query);
            if (results.isPartial()) {
                return totals;
            }
            totals.add(results.total());
        }
        return totals;
    }

    /** How many practices have it, whatever the filters. */
    int count(Clause clause) throws IOException {
        return timed.count(made(clause).query());
    }

    /** Whether anything is looked for; stop words alone say nothing. */
    boolean isTelling(Clause clause) {
        return !made(clause).asked().isEmpty();
    }

    private TextQuery.Made made(Clause clause) {
        return TextQuery.of(clause, Match.ALL, setup.analysis());
    }
}
