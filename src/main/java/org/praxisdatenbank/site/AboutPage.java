package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.web.Frame;

/**
 * About the database.
 *
 * @param text what the operator says of it
 * @param practices how many there are
 * @param origins where they come from, in words, most frequent first
 */
public record AboutPage(Frame frame, SiteText text, long practices, List<String> origins) {
    public AboutPage {
        origins = List.copyOf(origins);
    }
}
