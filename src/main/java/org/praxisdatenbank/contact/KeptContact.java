package org.praxisdatenbank.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;

/**
 * The contact of a practice as it is kept.
 *
 * @param shown since when the person agrees to be shown to the public; null: is not shown
 * @param expires when it ends by itself
 */
public record KeptContact(
        PracticeId practice, Contact contact, Instant entered, @Nullable Instant shown, Instant expires) {
    public boolean isShown() {
        return shown != null;
    }
}
