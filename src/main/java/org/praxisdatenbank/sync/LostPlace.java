package org.praxisdatenbank.sync;

/** A place stands before what the change log still holds: who goes on from it would skip changes. */
final class LostPlace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostPlace(LogPosition place, LogPosition pruned) {
        super("the change log no longer tells what came after " + place.text() + "; it has been pruned up to "
                + pruned.text());
    }
}
