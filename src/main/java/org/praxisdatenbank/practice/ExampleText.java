package org.praxisdatenbank.practice;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * What others can learn from a Good Practice example, as it was published. Each text is plain German, of 1 to 10,000
 * characters, with blank lines between paragraphs; null where there is none.
 *
 * @param background why it came to be
 * @param approach how it works
 * @param inDepth how it fulfils some of the criteria, none twice; may be empty
 * @param lessons what others should know; examples of before 2010 have none
 * @param literature where to read more
 */
public record ExampleText(
        @Nullable String background,
        @Nullable String approach,
        List<InDepth> inDepth,
        @Nullable String lessons,
        @Nullable String literature) {
    public static final int LENGTH = 10_000;

    public ExampleText {
        Checks.text("background", background, LENGTH);
        Checks.text("approach", approach, LENGTH);
        Checks.text("lessons", lessons, LENGTH);
        Checks.text("literature", literature, LENGTH);
        inDepth = List.copyOf(inDepth);
        if (inDepth.stream().map(InDepth::criterion).distinct().count() < inDepth.size()) {
            throw new IllegalArgumentException("a criterion is described twice");
        }
    }

    /**
     * How it fulfils a criterion.
     *
     * @param criterion a term of {@link org.praxisdatenbank.vocabulary.Vocabulary#CRITERION}
     * @param text 1 to 10,000 characters
     */
    public record InDepth(TermId criterion, String text) {
        public InDepth {
            Checks.text("text", text, LENGTH);
        }
    }

    /** Whether nothing is written. */
    public boolean isEmpty() {
        return texts().isEmpty();
    }

    /** All that is written, in the order in which it is read. */
    public List<String> texts() {
        return Stream.of(
                        Stream.of(background, approach),
                        inDepth.stream().map(InDepth::text),
                        Stream.of(lessons, literature))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .toList();
    }
}
