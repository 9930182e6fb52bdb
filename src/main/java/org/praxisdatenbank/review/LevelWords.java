package org.praxisdatenbank.review;

import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Frame;

/** Says what a level of a criterion is. */
public final class LevelWords {
    private LevelWords() {}

    /** With its name, where one is known. */
    public static String of(Frame frame, Criterion criterion, int level) {
        String words = frame.text("practice.level", level);
        return criterion.levels().stream()
                .filter(step -> step.number() == level && step.title() != null)
                .findFirst()
                .map(step -> words + ": " + step.title())
                .orElse(words);
    }
}
