package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.web.Frame;

/**
 * One topic area.
 *
 * @param newest its practices, the most recently entered ones
 * @param examples its Good Practice examples, likewise
 * @param fields what its practices do, the most frequent first
 * @param states where they are, likewise
 */
public record TopicPage(
        Frame frame, PracticeList newest, PracticeList examples, List<Counted> fields, List<Counted> states) {
    public TopicPage {
        fields = List.copyOf(fields);
        states = List.copyOf(states);
    }

    /**
     * A value that practices of the topic carry, with the search for them.
     *
     * @param count at least one
     */
    public record Counted(String path, String label, long count) {}
}
