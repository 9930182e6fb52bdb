package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.search.StateCounts;
import org.praxisdatenbank.web.Frame;

/**
 * Where everybody begins.
 *
 * @param topics in the vocabulary's order
 * @param criteria likewise
 * @param newest the practices entered last
 */
public record StartPage(
        Frame frame,
        Opening opening,
        List<Topic> topics,
        List<Criterion> criteria,
        StateCounts states,
        List<PracticeCard> newest) {
    public StartPage {
        topics = List.copyOf(topics);
        criteria = List.copyOf(criteria);
        newest = List.copyOf(newest);
    }

    /**
     * What meets the eye first.
     *
     * @param lead what the operator says of the database
     */
    public record Opening(SiteText lead, Figures figures) {}

    /** What there is, in numbers. */
    public record Figures(long practices, long goodPractices, int municipalities) {}

    /** A topic area and how many practices belong to it. */
    public record Topic(String label, String text, String path, long practices) {}

    /**
     * A criterion and how many practices carry it.
     *
     * @param number in the current edition
     */
    public record Criterion(int number, String label, String path, long practices) {}
}
