package org.praxisdatenbank.practice;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/**
 * What others can learn from a Good Practice example, as template {@code practice/portrait} shows it; each text in
 * paragraphs, none where nothing is written.
 *
 * @param inDepth how it fulfils some of the criteria
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

    public static Portrait of(ExampleText text, Frame frame, Vocabularies vocabularies) {
        return new Portrait(
                paragraphs(text.background()),
                paragraphs(text.approach()),
                text.inDepth().stream()
                        .map(criterion -> new InDepth(
                                "/kriterien/" + criterion.criterion().value(),
                                vocabularies.label(criterion.criterion(), frame.language()),
                                paragraphs(criterion.text())))
                        .toList(),
                paragraphs(text.lessons()),
                paragraphs(text.literature()));
    }

    /** A text in its paragraphs, which blank lines part; none for null. */
    static List<String> paragraphs(@Nullable String text) {
        return Stream.of((text == null ? "" : text).split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
