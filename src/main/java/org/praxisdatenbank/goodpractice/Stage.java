package org.praxisdatenbank.goodpractice;

import java.util.Locale;

/** Where an assessment stands; in the order of its path. */
enum Stage {
    /** The twelve criteria are gone through. */
    CHECKLIST,
    /** People of the practice are asked. */
    INTERVIEW,
    /** What others can learn from it is written. */
    DESCRIPTION,
    /** Somebody who has not written it reads it. */
    REVIEW,
    /** An example for everybody. */
    PUBLISHED,
    /** It did not become one. */
    DECLINED;

    /** As in the database and in texts: {@code checklist}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param id of one that there is */
    static Stage of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    boolean isOpen() {
        return compareTo(PUBLISHED) < 0;
    }

    /** Of an open one but the last: what comes then. */
    Stage next() {
        return switch (this) {
            case CHECKLIST -> INTERVIEW;
            case INTERVIEW -> DESCRIPTION;
            case DESCRIPTION -> REVIEW;
            case REVIEW -> PUBLISHED;
            case PUBLISHED, DECLINED -> throw new IllegalStateException("after " + this + " comes nothing");
        };
    }

    /** Of an open one but the first. */
    Stage before() {
        return switch (this) {
            case INTERVIEW -> CHECKLIST;
            case DESCRIPTION -> INTERVIEW;
            case REVIEW -> DESCRIPTION;
            case CHECKLIST, PUBLISHED, DECLINED ->
                throw new IllegalStateException("from " + this + " nothing goes back");
        };
    }
}
