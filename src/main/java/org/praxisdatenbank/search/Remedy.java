package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.web.Frame;

/**
 * Another search that finds something where this one finds nothing.
 *
 * @param count how many practices it finds; at least one
 */
public record Remedy(String text, String link, long count) {
    /** Every remedy that is tried is a search; nobody chooses more filters by hand. */
    private static final int TRIED = 12;

    private static final Window ONE = new Window(1, 1, null);

    /** A search to try, and what to call it. */
    private record Idea(String text, SearchQuery query) {}

    static List<Remedy> find(
            SearchQuery query, Results nothing, FacetLabels labels, PracticeSearch search, Frame frame) {
        return ideas(query, nothing, labels).stream()
                .limit(TRIED)
                .map(idea -> tried(idea, search, frame))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Remedy> tried(Idea idea, PracticeSearch search, Frame frame) {
        long total = search.search(idea.query().with(ONE).with(Wanted.HITS)).total();
        return total == 0
                ? Optional.empty()
                : Optional.of(new Remedy(idea.text(), frame.link(SearchUrl.page(idea.query())), total));
    }

    private static List<Idea> ideas(SearchQuery query, Results nothing, FacetLabels labels) {
        List<Idea> ideas = new ArrayList<>();
        if (!query.filters().isEmpty() && !query.text().isEmpty()) {
            ideas.add(new Idea(labels.texts().get("nothing.no_filters"), query.with(Filters.NONE)));
        }
        if (nothing.match() == Match.ALL && QueryText.parse(query.text()) instanceof Clause.And) {
            ideas.add(new Idea(labels.texts().get("nothing.some"), query.with(Match.SOME)));
        }
        ideas.addAll(withoutOne(query, labels));
        return ideas;
    }

    /** Values of a facet of which any will do go together: fewer of them never find more. */
    private static List<Idea> withoutOne(SearchQuery query, FacetLabels labels) {
        List<Idea> ideas = new ArrayList<>();
        Filters rest = query.filters();
        for (Facet facet : Facet.values()) {
            Selection chosen = query.filters().in(facet);
            if (chosen.any().size() > 1) {
                Filters less = query.filters().with(facet, chosen.withAny(List.of()));
                ideas.add(without(labels.of(facet), query, less, labels));
                rest = rest.with(facet, rest.in(facet).withAny(List.of()));
            }
        }
        List<String> single =
                Choice.of(rest, labels).stream().map(Choice::label).toList();
        Choice.of(query.filters(), labels).stream()
                .filter(choice -> single.contains(choice.label()))
                .forEach(choice -> ideas.add(without(choice.label(), query, choice.without(), labels)));
        return ideas;
    }

    private static Idea without(String label, SearchQuery query, Filters less, FacetLabels labels) {
        return new Idea(labels.texts().get("nothing.without", label), query.with(less));
    }
}
