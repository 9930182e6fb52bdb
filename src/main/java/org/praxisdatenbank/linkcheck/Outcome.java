package org.praxisdatenbank.linkcheck;

import java.util.Locale;

/** What came of a look at a website. */
enum Outcome {
    /** Somebody answers there, be it that programs are not let in. */
    FINE,
    /** It has moved for good, and answers there. */
    MOVED,
    /** The server says that there is no such page (any more). */
    GONE,
    /** The server says that it has a fault. */
    FAILING,
    /** No answer, or none in time. */
    SILENT,
    /** There is no such host. */
    NO_HOST,
    /** The certificate does not hold. */
    CERTIFICATE,
    /** It leads on and on. */
    ENDLESS,
    /** Not on the public internet, so it was not asked. */
    NOT_PUBLIC;

    /** As in the database and in texts: {@code gone}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isBroken() {
        return this != FINE && this != MOVED;
    }

    /** The one of that id; raises an exception where there is none. */
    static Outcome of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Of an answer that leads nowhere else. */
    static Outcome of(int status) {
        if (status == 404 || status == 410) {
            return GONE;
        }
        return status >= 500 ? FAILING : FINE;
    }
}
