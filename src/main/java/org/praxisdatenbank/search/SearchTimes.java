package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.praxisdatenbank.query.QueryShape;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Timing;
import org.praxisdatenbank.web.ServerTiming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the measurements where the time of each search went, and the log where it was slow. The log gets the shape of the
 * search and never its words, for people search for names too. Safe for use by any thread.
 */
public final class SearchTimes {
    private static final Logger LOG = LoggerFactory.getLogger(SearchTimes.class);
    private static final String LAST_PART = "write";

    private final Duration slow;
    private final BiConsumer<String, Duration> measurements;

    /**
     * @param slow from which on a search is logged
     * @param measurements takes each part of each search
     */
    public SearchTimes(Duration slow, BiConsumer<String, Duration> measurements) {
        this.slow = slow;
        this.measurements = measurements;
    }

    /** The answer has been written. */
    void end(SearchQuery query, Results results) {
        Timing timing = results.timing();
        timing.lap(LAST_PART);
        timing.parts().forEach(measurements);
        if (timing.total().compareTo(slow) >= 0) {
            LOG.warn("slow search: {} ms, {}; {}", timing.total().toMillis(), parts(timing), shape(query, results));
        }
    }

    private static String parts(Timing timing) {
        return timing.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + ServerTiming.millis(part.getValue()))
                .collect(joining(", "));
    }

    /** All in numbers and names of ours; a text, a filter's value or a cursor of the visitor's is nowhere in it. */
    static String shape(SearchQuery query, Results results) {
        QueryShape text = QueryShape.of(query.text());
        return "%d words, %d phrases, %d patterns, %d near, %d filters, match %s, sort %s, page %d of %d%s, total %d%s"
                .formatted(
                        text.words(),
                        text.phrases(),
                        text.patterns(),
                        text.near(),
                        FilterUrl.print(query.filters()).size(),
                        results.match(),
                        query.sort(),
                        query.window().page(),
                        query.window().size(),
                        query.window().after() == null ? "" : " by cursor",
                        results.total(),
                        results.isPartial() ? " (partial)" : "");
    }
}
