package org.praxisdatenbank.sync;

import java.util.Optional;

/**
 * Which database a position in the change log belongs to. Positions are made of transaction ids, which mean something in
 * one database of one PostgreSQL only, and only as long as its history goes on without a break.
 *
 * @param database the same for a server and its standbys, another for every other one
 * @param timeline another from each promotion of a standby on; empty: not known
 */
record Origin(String database, String timeline) {
    private static final char BETWEEN = '@';

    /** As the index keeps it. */
    String text() {
        return database + BETWEEN + timeline;
    }

    /** Empty where the text is none. */
    static Optional<Origin> of(String text) {
        int between = text.indexOf(BETWEEN);
        return between <= 0
                ? Optional.empty()
                : Optional.of(new Origin(text.substring(0, between), text.substring(between + 1)));
    }

    boolean isSameDatabase(Origin other) {
        return database.equals(other.database);
    }

    boolean isSameHistory(Origin other) {
        return timeline.equals(other.timeline) || timeline.isEmpty() || other.timeline.isEmpty();
    }
}
