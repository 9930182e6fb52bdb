package org.praxisdatenbank.transfer;

import org.praxisdatenbank.practice.PracticeStore.Saved;

/**
 * How an import ended.
 *
 * @param read records in the file
 * @param saved what became of them, or would have; nothing when something was refused
 * @param isDryRun whether it was tried only: the database is as before
 */
public record ImportResult(long read, Saved saved, Findings findings, boolean isDryRun) {
    /** Then nothing was changed. */
    public boolean isRefused() {
        return findings.total() > 0;
    }
}
