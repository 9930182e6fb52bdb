package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.OptionalLong;
import org.praxisdatenbank.practice.PracticeId;

/** How it ended to take an import back. */
public sealed interface Undoing {
    /**
     * It is taken back.
     *
     * @param withdrawn practices that are not public any more, as they were not before the import
     * @param restored practices that are as before the import
     * @param left practices that somebody has changed since, and that stay
     * @param transaction to wait for; empty: nothing was changed
     */
    record Done(int withdrawn, int restored, int left, OptionalLong transaction) implements Undoing {}

    /**
     * Somebody has changed practices since, and nobody has said that these may stay as they are. Nothing was changed.
     *
     * @param first some of them, in the order of their ids
     * @param total how many there are
     */
    record ChangedSince(List<PracticeId> first, int total) implements Undoing {
        public ChangedSince {
            first = List.copyOf(first);
        }
    }

    /** There is no such import, or it is too long ago. */
    record NotKept() implements Undoing {}

    /** It was taken back before, or there was nothing in it to take back. */
    record Nothing() implements Undoing {}
}
