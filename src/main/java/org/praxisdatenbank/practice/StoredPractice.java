package org.praxisdatenbank.practice;

import java.time.Instant;

/**
 * A published practice as it stands in the database.
 *
 * @param version 1 when new, one more with every change
 * @param created when it was first entered
 * @param updated when it last changed
 */
public record StoredPractice(Practice practice, long version, Instant created, Instant updated) {
    public PracticeId id() {
        return practice.id();
    }
}
