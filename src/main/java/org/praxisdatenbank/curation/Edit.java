package org.praxisdatenbank.curation;

import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What is to become of a term of a list. */
public sealed interface Edit {
    /** The term that it is about; of {@link Add} and only there it does not exist yet. */
    TermId term();

    default Vocabulary list() {
        return term().vocabulary();
    }

    /** Whether practices that carry the term have to do with it. */
    default boolean concernsCarriers() {
        return !(this instanceof Add || this instanceof Move);
    }

    /** @param after id of the term behind which it stands; empty: it comes first */
    record Add(TermId term, Label label, String after) implements Edit {}

    /** @param id what it is from now on; the same as before: only the label changes */
    record Rename(TermId term, String id, Label label) implements Edit {
        boolean isOtherId() {
            return !id.equals(term.value());
        }
    }

    /** Both become one; the first one's id stays as an alias of the other. */
    record Merge(TermId term, TermId into) implements Edit {}

    /** A new term beside it; who carries which is said afterwards, practice by practice. */
    record Split(TermId term, TermId part, Label label) implements Edit {}

    /** @param after id of the term behind which it stands from now on; empty: it comes first */
    record Move(TermId term, String after) implements Edit {}

    /** Nobody is to choose it any more. */
    record Retire(TermId term) implements Edit {}

    /** It may be chosen again. */
    record Reinstate(TermId term) implements Edit {}
}
