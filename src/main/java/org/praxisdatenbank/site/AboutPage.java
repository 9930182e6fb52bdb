package org.praxisdatenbank.site;

import java.util.List;
import org.praxisdatenbank.web.Frame;

/**
 * About the database.
 *
 * @param practices how many there are
 * @param origins where they come from, in words, most frequent first
 */
public record AboutPage(Frame frame, long practices, List<String> origins) {
    public AboutPage {
        origins = List.copyOf(origins);
    }
}
