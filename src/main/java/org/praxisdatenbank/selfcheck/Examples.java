package org.praxisdatenbank.selfcheck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;

/** Published practices that show how a criterion can be met. Safe for use by any thread. */
final class Examples {
    private static final int MOST = 3;

    private final PracticeSearch search;
    private final BooleanSupplier isSearching;

    /** @param isSearching whether there is an index; a profile is shown without examples rather than not at all */
    Examples(PracticeSearch search, BooleanSupplier isSearching) {
        this.search = search;
        this.isSearching = isSearching;
    }

    /**
     * What was found for one criterion.
     *
     * @param total how many practices carry the criterion; null: it cannot be told for the moment
     * @param practices some of them, best first
     */
    record Found(@Nullable Long total, List<Example> practices) {
        Found {
            practices = List.copyOf(practices);
        }
    }

    /**
     * One of them.
     *
     * @param isAhead whether it states at least the level that comes next
     */
    record Example(PracticeSummary practice, boolean isAhead) {}

    /**
     * Those that state at least the level that comes next, then the others; within both Good Practice examples first,
     * then the most recently entered.
     */
    Found of(Answer answer) {
        if (!isSearching.getAsBoolean()) {
            return new Found(null, List.of());
        }
        Filters all = Filters.NONE.with(Facet.CRITERION, Selection.any(answer.id()));
        Results newest = search(all);
        return new Found(
                newest.isPartial() ? null : newest.total(),
                newest.total() == 0 ? List.of() : best(answer, all, newest));
    }

    private List<Example> best(Answer answer, Filters all, Results newest) {
        Map<PracticeId, Example> found = new LinkedHashMap<>();
        Filters ahead =
                new Filters(all.selections(), new TreeMap<>(Map.of(answer.id(), answer.nextLevel())), Years.ANY);
        for (Filters wanted : List.of(goodPractice(ahead), ahead, goodPractice(all))) {
            if (found.size() < MOST) {
                add(search(wanted), !wanted.minimumLevels().isEmpty(), found);
            }
        }
        add(newest, false, found);
        return List.copyOf(found.values());
    }

    private static Filters goodPractice(Filters filters) {
        return filters.with(Facet.GOOD_PRACTICE, Selection.any("true"));
    }

    private static void add(Results results, boolean isAhead, Map<PracticeId, Example> found) {
        for (Results.Hit hit : results.hits()) {
            if (found.size() < MOST) {
                found.putIfAbsent(hit.practice().id(), new Example(hit.practice(), isAhead));
            }
        }
    }

    private Results search(Filters filters) {
        return search.search(new SearchQuery(
                "", filters, null, Sort.NEWEST, new Window(1, MOST, null), new Wanted(Set.of(), false)));
    }
}
