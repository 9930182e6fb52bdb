package org.praxisdatenbank.goodpractice;

import java.util.List;

/** What came of answers that somebody wants to be kept. */
sealed interface Saving {
    record Done() implements Saving {}

    /** They may not, or not any more. */
    record NotNow() implements Saving {}

    /**
     * Somebody else has changed the same in another way; nothing was kept.
     *
     * @param now what it is by now
     * @param questions in dispute
     */
    record Clash(Assessment now, List<String> questions) implements Saving {
        public Clash {
            questions = List.copyOf(questions);
        }
    }
}
