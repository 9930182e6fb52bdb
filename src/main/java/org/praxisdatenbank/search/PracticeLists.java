package org.praxisdatenbank.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/**
 * Lists and counts of practices on other pages than the search's own, by the same search, so that every number is what
 * its link finds. Safe for use by any thread.
 */
public final class PracticeLists {
    private final PracticeSearch search;
    private final Vocabularies vocabularies;
    private final Clock clock;

    public PracticeLists(PracticeSearch search, Vocabularies vocabularies, Clock clock) {
        this.search = search;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /**
     * The most recently entered practices that carry all of these.
     *
     * @param size 1 to 100 cards
     * @param counted the facets to count within the list
     */
    public PracticeList newest(Frame frame, Set<Facet> counted, int size, Carried... carried) {
        Filters filters = filters(carried);
        Results found = search.search(
                new SearchQuery("", filters, null, Sort.NEWEST, new Window(1, size, null), new Wanted(counted, false)));
        if (found.isPartial()) {
            throw new Problem.NotReady("index").raise(); // these pages have no place to say that a number is wrong
        }
        LocalDate today = LocalDate.now(clock);
        return new PracticeList(
                path(carried),
                found.total(),
                found.hits().stream()
                        .map(hit -> PracticeCard.of(hit.practice(), vocabularies, frame, today))
                        .toList(),
                found.facets());
    }

    private static Filters filters(Carried... carried) {
        Filters filters = Filters.NONE;
        for (Carried each : carried) {
            filters = filters.with(each.facet(), Selection.any(each.value()));
        }
        return filters;
    }

    /** The path of the search for what carries all of these. */
    public static String path(Carried... carried) {
        return SearchUrl.page(SearchQuery.EVERYTHING.with(filters(carried)));
    }

    /** A value that practices have in a facet. */
    public record Carried(Facet facet, String value) {}
}
