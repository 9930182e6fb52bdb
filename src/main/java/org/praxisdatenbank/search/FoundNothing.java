package org.praxisdatenbank.search;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.web.Answers.Told;

/**
 * Is told of each search for a text alone that found nothing, also where the answer was kept. Filters can make any search
 * find nothing, and say nothing of its words.
 */
public interface FoundNothing {
    /**
     * Returns at once.
     *
     * @param text as it was typed
     * @param visitor see {@link Told#by}
     */
    void search(String text, @Nullable String visitor);

    /** Who must be told when the answer is given. */
    default Told told(SearchQuery query, Results results) {
        Window window = query.window();
        boolean isTextAlone = !query.text().isBlank()
                && query.filters().isEmpty()
                && query.match() == null
                && window.page() == 1
                && window.after() == null;
        if (!isTextAlone || results.total() > 0 || results.isPartial()) {
            return Told.NOBODY;
        }
        String text = query.text(); // kept with the answer, and nothing more than that
        return visitor -> search(text, visitor);
    }
}
