package org.praxisdatenbank.selfcheck;

import java.util.List;
import org.praxisdatenbank.vocabulary.Criterion;

/**
 * A practice as its own people see it: all that they have entered, and all that a draft would be made from.
 *
 * @param name of the practice; empty: not said
 * @param answers one for each criterion, in the order of the current edition
 */
record SelfCheck(String name, List<Answer> answers) {
    /** Longest name, in characters (code points). */
    static final int NAME_LENGTH = 200;

    SelfCheck {
        answers = List.copyOf(answers);
    }

    /** Nothing entered yet. */
    static SelfCheck blank(List<Criterion> criteria) {
        return new SelfCheck("", criteria.stream().map(Answer::open).toList());
    }

    /** How many criteria are answered. */
    long given() {
        return answers.stream().filter(Answer::isGiven).count();
    }

    List<Answer> weak() {
        return answers.stream().filter(Answer::isWeak).toList();
    }

    List<Answer> strong() {
        return answers.stream().filter(Answer::isStrong).toList();
    }
}
