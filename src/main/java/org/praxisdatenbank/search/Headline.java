package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.Texts;

/** What a search says of itself: to browsers, to search engines, and to people who found nothing. */
final class Headline {
    private static final int NAMED_FILTERS = 3;

    private Headline() {}

    static Frame.Head head(SearchQuery query, List<Choice> choices, Texts texts) {
        return new Frame.Head(
                title(query, choices, texts), texts.get("search.description"), SearchUrl.page(query), isIndexed(query));
    }

    private static String title(SearchQuery query, List<Choice> choices, Texts texts) {
        String title = subject(query, choices, texts);
        return query.window().page() > 1
                ? texts.get("search.title.page", title, query.window().page())
                : title;
    }

    private static String subject(SearchQuery query, List<Choice> choices, Texts texts) {
        if (!query.text().isEmpty()) {
            return texts.get("search.title.text", query.text());
        }
        if (choices.isEmpty()) {
            return texts.get("search.title.everything");
        }
        String named = choices.stream().limit(NAMED_FILTERS).map(Choice::label).collect(joining(", "));
        return texts.get("search.title.filtered", named);
    }

    /** Search engines get everything and each value of a list; combinations, and texts that anybody may choose, would be without end. */
    private static boolean isIndexed(SearchQuery query) {
        SearchQuery unfiltered = new SearchQuery(
                query.text(), Filters.NONE, query.match(), query.sort(), query.window(), Wanted.EVERYTHING);
        return unfiltered.equals(SearchQuery.EVERYTHING) && isSingleValue(query.filters());
    }

    private static boolean isSingleValue(Filters filters) {
        int values = filters.selections().values().stream()
                .mapToInt(selection -> selection.any().size())
                .sum();
        boolean isPlain = filters.selections().values().stream()
                .allMatch(selection -> selection.equals(Selection.NOTHING.withAny(selection.any())));
        boolean isOpen = filters.selections().keySet().stream().anyMatch(Facet::isOpen);
        return values <= 1
                && !isOpen
                && isPlain
                && filters.minimumLevels().isEmpty()
                && filters.years().equals(Years.ANY);
    }

    /** Why nothing was found. */
    static String reason(SearchQuery query, Results results, Texts texts) {
        if (results.isPartial()) {
            return texts.get("nothing.partial");
        }
        if (query.text().isEmpty()) {
            return texts.get(query.filters().isEmpty() ? "nothing.at_all" : "nothing.filtered");
        }
        return texts.get(query.filters().isEmpty() ? "nothing.text" : "nothing.text_filtered", query.text());
    }
}
