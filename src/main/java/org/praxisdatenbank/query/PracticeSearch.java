package org.praxisdatenbank.query;

import java.util.List;
import java.util.function.Consumer;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.SimilarPractice;

/** A search engine over the published practices; safe for use by any thread, searches never wait for writers. */
public interface PracticeSearch {

    /**
     * The state of the index that answers come from now; equals an earlier one exactly while no change has become
     * visible since. For comparing only; it holds no memory worth mentioning. Raises {@code Problem.NotReady} while there
     * is no index.
     */
    Object asOf();

    /**
     * Answers a search from one consistent state of the index, in part where the time is up. Raises {@code Problem.Invalid} for a cursor it did not
     * give out, {@code Problem.NotReady} while there is no index.
     */
    Results search(SearchQuery query);

    /**
     * Hands over the ids of all that the search finds, in its order, from one state of the index; the window does not
     * matter. Raises {@code Problem.NotReady} while there is no index, and {@code Problem.Invalid} where the time was up
     * before all had been found: then none has been handed over.
     */
    void forEachId(SearchQuery query, Consumer<PracticeId> use);

    /**
     * What may help after a search that found nothing or little, in the time of one search; {@link Help#NOTHING}, at no
     * cost, after one that found enough, and after a partial answer.
     *
     * @param answer of this very query
     */
    Help help(SearchQuery query, Results answer);

    /**
     * How many practices each of the searches finds, in their order, all in the time of one search; where that does not
     * do, the last ones are missing.
     */
    List<Long> totals(List<SearchQuery> queries);

    /** Practices like this one, best first, with what they share; none where it is not published. */
    List<SimilarPractice> similar(PracticeId id, int limit);

    /** What a search makes of each word of a text, with what it finds; from one state of the index. */
    Language describe(String text);

    /** Whether two texts find each other, and how; whatever is in the index. */
    Language.Meeting meet(String one, String other);

    /** Completions of the text, best first, each finding at least one practice together with the filters. */
    List<Suggestion> suggest(String text, Filters filters, int limit);
}
