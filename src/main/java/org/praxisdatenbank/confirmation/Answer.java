package org.praxisdatenbank.confirmation;

import java.util.Locale;

/** What whoever is asked says. */
sealed interface Answer {
    /** It is right as it stands. */
    record Right() implements Answer {}

    /** @param text what has changed, 1 to 2,000 characters */
    record Changed(String text) implements Answer {}

    /** @param since in the record format, a day at which it can have ended */
    record Ended(String since) implements Answer {}

    /** As in the database and in texts: {@code right}. */
    default String id() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
