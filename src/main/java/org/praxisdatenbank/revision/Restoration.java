package org.praxisdatenbank.revision;

import java.util.List;
import org.praxisdatenbank.vocabulary.TermId;

/** What came of restoring a revision. */
public sealed interface Restoration {
    /**
     * The practice is again as it was.
     *
     * @param number of the new revision
     * @param transaction to wait for until it is searchable
     */
    record Done(long number, long transaction) implements Restoration {}

    /** It already is as it was then. */
    record Unchanged() implements Restoration {}

    /** There is no such revision. */
    record NotKept() implements Restoration {}

    /** It carried terms that have left their lists; nothing was changed. */
    record TermsGone(List<TermId> terms) implements Restoration {
        public TermsGone {
            terms = List.copyOf(terms);
        }
    }
}
