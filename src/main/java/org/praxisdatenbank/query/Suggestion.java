package org.praxisdatenbank.query;

import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * A completion of what somebody began to type.
 *
 * @param count how many practices it leads to; at least one
 * @param target what it leads to
 */
public record Suggestion(String text, long count, Target target) {

    /** What a suggestion leads to. */
    public sealed interface Target {
        /** A search for the text as a word. */
        record Word() implements Target {}

        /** One practice, by its title. */
        record Title(PracticeId id) implements Target {}

        /** A search for what this provider carries. */
        record Provider() implements Target {}

        /** A search in this place. */
        record Place() implements Target {}

        /** All practices with this term. */
        record OfTerm(TermId term) implements Target {}
    }
}
