package org.praxisdatenbank.query;

import java.util.List;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;

/** A search engine over the published practices; safe for use by any thread, searches never wait for writers. */
public interface PracticeSearch {

    /**
     * Answers a search from one consistent state of the index. Raises {@code Problem.Invalid} for a cursor it did not
     * give out, {@code Problem.NotReady} while there is no index.
     */
    Results search(SearchQuery query);

    /** Practices like this one, best first; none where it is not published. */
    List<PracticeSummary> similar(PracticeId id, int limit);

    /** Completions of the text, best first, each finding at least one practice. */
    List<Suggestion> suggest(String text, int limit);
}
