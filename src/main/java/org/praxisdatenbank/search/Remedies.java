package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.web.Frame;

/**
 * Finds searches that lead on where one found nothing, or not all of its words.
 *
 * @param longest characters that a query text may have
 */
record Remedies(PracticeSearch search, FacetLabels labels, Frame frame, int longest) {
    /** Every remedy that is tried is a search; nobody chooses more filters by hand. */
    private static final int TRIED = 12;
    /** Likewise above a list of practices, which is what people came for. */
    private static final int TRIED_ABOVE_HITS = 4;

    /** A search to try, and what to call it. */
    record Idea(String text, SearchQuery query) {}

    /** After a search that found nothing. */
    List<Remedy> forNothing(SearchQuery query, Results nothing, Help help) {
        if (nothing.isPartial()) {
            return List.of(); // every one would take as long
        }
        List<Idea> ideas = new ArrayList<>(new WordIdeas(query, help, labels.texts()).all());
        if (!query.filters().isEmpty() && !query.text().isEmpty()) {
            ideas.add(new Idea(labels.texts().get("nothing.no_filters"), query.with(Filters.NONE)));
        }
        if (nothing.match() == Match.ALL && QueryText.parse(query.text()) instanceof Clause.And) {
            ideas.add(new Idea(labels.texts().get("nothing.some"), query.with(Match.SOME)));
        }
        ideas.addAll(withoutOne(query));
        return tried(ideas, TRIED);
    }

    /** After a search that found practices, but not with all words. */
    List<Remedy> forMissingWords(SearchQuery query, Help help) {
        return tried(new WordIdeas(query, help, labels.texts()).forMissing(), TRIED_ABOVE_HITS);
    }

    private List<Remedy> tried(List<Idea> all, int most) {
        List<Idea> ideas = all.stream()
                .filter(idea -> idea.query()
                                .text()
                                .codePointCount(0, idea.query().text().length())
                        <= longest)
                .limit(most)
                .toList();
        List<Long> totals = search.totals(ideas.stream().map(Idea::query).toList());
        List<Remedy> remedies = new ArrayList<>();
        for (int index = 0; index < totals.size(); index++) {
            Idea idea = ideas.get(index);
            if (totals.get(index) > 0) {
                remedies.add(new Remedy(idea.text(), frame.link(SearchUrl.page(idea.query())), totals.get(index)));
            }
        }
        return remedies;
    }

    /** Values of a facet of which any will do go together: fewer of them never find more. */
    private List<Idea> withoutOne(SearchQuery query) {
        List<Idea> ideas = new ArrayList<>();
        Filters rest = query.filters();
        for (Facet facet : Facet.values()) {
            Selection chosen = query.filters().in(facet);
            if (chosen.any().size() > 1) {
                Filters less = query.filters().with(facet, chosen.withAny(List.of()));
                ideas.add(without(labels.of(facet), query, less));
                rest = rest.with(facet, rest.in(facet).withAny(List.of()));
            }
        }
        List<String> single =
                Choice.of(rest, labels).stream().map(Choice::label).toList();
        Choice.of(query.filters(), labels).stream()
                .filter(choice -> single.contains(choice.label()))
                .forEach(choice -> ideas.add(without(choice.label(), query, choice.without())));
        return ideas;
    }

    private Idea without(String label, SearchQuery query, Filters less) {
        return new Idea(labels.texts().get("nothing.without", label), query.with(less));
    }
}
