package org.praxisdatenbank.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;

/**
 * A practice of which nobody has said for a year that it is right.
 *
 * @param provider null: not stated
 * @param confirmed when somebody last did; null: never
 * @param last the latest letter; null: none was sent
 */
record Due(
        PracticeId id,
        String title,
        @Nullable String provider,
        @Nullable LocalDate confirmed,
        Addressees addressees,
        @Nullable LastLetter last) {

    /**
     * Who can be asked. Personal data: never logged.
     *
     * @param emails empty: nobody is known
     */
    record Addressees(boolean isContact, List<String> emails) {
        Addressees {
            emails = List.copyOf(emails);
        }

        @Override
        public String toString() {
            return emails.size() + " addressees";
        }
    }

    /** @param answer id of what was answered; null: nothing so far */
    record LastLetter(Instant sent, @Nullable String answer) {}
}
