package org.praxisdatenbank.sync;

/** The database that answers is not the one that the index was made from, or is an older state of it. */
final class OtherDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message complete English sentences */
    OtherDatabase(String message) {
        super(message);
    }
}
