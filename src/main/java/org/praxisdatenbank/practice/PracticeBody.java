package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticePage.CriteriaPart;
import org.praxisdatenbank.practice.PracticePage.Fact;
import org.praxisdatenbank.practice.PracticePage.Story;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/**
 * What a practice says of itself, as template {@code practice/body} shows it: on its page as it is, and in each of its
 * revisions as it was.
 *
 * @param criteria null where it neither is a Good Practice example nor names criteria
 * @param facts in the order in which practitioners know them
 * @param portrait null: it is no Good Practice example, or none that is described
 */
public record PracticeBody(
        Story story, @Nullable CriteriaPart criteria, List<Fact> facts, @Nullable Portrait portrait) {
    public PracticeBody {
        facts = List.copyOf(facts);
    }

    /** @param today decides whether it is over */
    public static PracticeBody of(Practice practice, Frame frame, Vocabularies vocabularies, LocalDate today) {
        return new PracticeBodyParts(frame, practice, vocabularies, today).body();
    }
}
