package org.praxisdatenbank.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.praxisdatenbank.web.Frame;

/**
 * What others can learn from a Good Practice example, as template {@code practice/portrait} shows it; each text in
 * paragraphs.
 *
 * @param inDepth how it fulfils some of the criteria
 * @param literature may be empty
 */
public record Portrait(
        List<String> background,
        List<String> approach,
        List<InDepth> inDepth,
        List<String> lessons,
        List<String> literature) {
    public Portrait {
        background = List.copyOf(background);
        approach = List.copyOf(approach);
        inDepth = List.copyOf(inDepth);
        lessons = List.copyOf(lessons);
        literature = List.copyOf(literature);
    }

    /**
     * How it fulfils a criterion.
     *
     * @param path of the page about the criterion
     */
    public record InDepth(String path, String label, List<String> paragraphs) {
        public InDepth {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Finds what is published of an example. */
    public interface Portraits {
        /** Empty: nothing is, or it cannot be read at the moment. */
        Optional<Portrait> of(PracticeId practice, Frame frame);
    }

    /** A text in its paragraphs, which blank lines part. */
    public static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
