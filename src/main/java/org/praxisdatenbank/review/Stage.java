package org.praxisdatenbank.review;

import java.util.Locale;

/** Where a practice, or its working copy, stands on its path. */
enum Stage {
    /** Being written. */
    DRAFT,
    /** Waits for somebody who reviews it. */
    SUBMITTED,
    /** Somebody reviews it. */
    IN_REVIEW,
    /** Came back with reasons, to be written on. */
    RETURNED,
    /** Public, and nobody works on it. */
    PUBLISHED,
    /** No longer public. */
    WITHDRAWN;

    /** As in the database and in texts: {@code in_review}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param id of one that there is */
    static Stage of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
