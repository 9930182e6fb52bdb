package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.OptionalLong;
import org.praxisdatenbank.practice.PracticeStore.Saved;

/**
 * How an import ended.
 *
 * @param read records in the file
 * @param saved what became of them, or would have; nothing when something was refused
 * @param isDryRun whether it was tried only: the database is as before
 * @param transaction id of the transaction that changed something; empty: nothing was changed
 * @param notes how the file was read, where that is not certain; complete English sentences
 */
public record ImportResult(
        long read, Saved saved, Findings findings, boolean isDryRun, OptionalLong transaction, List<String> notes) {
    public ImportResult {
        notes = List.copyOf(notes);
    }

    /** Then nothing was changed. */
    public boolean isRefused() {
        return findings.total() > 0;
    }
}
