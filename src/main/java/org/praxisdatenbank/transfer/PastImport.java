package org.praxisdatenbank.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeStore.Saved;

/**
 * An import that was done.
 *
 * @param number counts the imports
 * @param file its name without folders
 * @param read records in the file
 * @param undone null: it was not taken back
 */
public record PastImport(long number, Made made, String file, long read, Saved saved, @Nullable Undone undone) {

    /**
     * How it came about.
     *
     * @param name of the account; null: erased, or a command
     */
    public record Made(Instant at, boolean isCommand, @Nullable String name) {}

    /** @param left practices that stayed as they were, as somebody had changed them since the import */
    public record Undone(Instant at, int left) {}

    /** Whether there is anything to take back. */
    public boolean isUndoable() {
        return undone == null && saved.inserted() + saved.updated() > 0;
    }
}
