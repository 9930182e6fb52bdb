package org.praxisdatenbank.crash;

/** What must not be after a kill. */
record Fault(Kind kind, String what) {
    enum Kind {
        /** An acknowledged write is not there, or one that was refused is. */
        LOST,
        /** Lucene finds the index broken. */
        BROKEN,
        /** Database and index are not equal. */
        DIFFERENT,
        /** The server does not start, or does not answer. */
        UNANSWERED,
        /** A command that was not killed failed, or the fail-point was never reached. */
        FAILED
    }
}
