package org.praxisdatenbank.review;

import java.util.Locale;

/** What can be done with a practice on its path. */
enum Step {
    SEE,
    EDIT,
    SUBMIT,
    /** Takes back what was submitted, to write on. */
    RECALL,
    /** Begins to review. */
    TAKE,
    /** Gives back with reasons. */
    RETURN,
    PUBLISH,
    /** Throws the working copy away; what is public stays. */
    DISCARD,
    WITHDRAW,
    /** Makes a former revision the present one. */
    RESTORE;

    /** As in the database and in texts: {@code submit}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
