package org.praxisdatenbank.goodpractice;

/** What came of a step. */
sealed interface Outcome {
    record Moved() implements Outcome {}

    /** @param transaction to wait for until everybody can find it */
    record Public(long transaction) implements Outcome {}

    /** Nothing was done; each for the reason that its text, found by its name, tells. */
    enum Refused implements Outcome {
        NOT_NOW,
        CHANGED,
        INCOMPLETE,
        OWN_WORK,
        NOT_PUBLIC
    }
}
