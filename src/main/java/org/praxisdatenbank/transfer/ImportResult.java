package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Said;

/**
 * How an import ended.
 *
 * @param read records in the file
 * @param saved what became of them, or would have; when something was refused nothing, but of a dry run what would have
 *     become of the others
 * @param isDryRun whether it was tried only: the database is as before
 * @param kept what was written down of it; null: nothing was, as it was refused, tried only, or the sample
 * @param notes how the file was read, where that is not certain; complete sentences
 */
public record ImportResult(
        long read, Saved saved, Findings findings, boolean isDryRun, @Nullable Kept kept, List<Said> notes) {
    public ImportResult {
        notes = List.copyOf(notes);
    }

    /**
     * How to find it again.
     *
     * @param number of the import
     * @param transaction id of the transaction that changed something; empty: nothing was changed
     */
    public record Kept(long number, OptionalLong transaction) {}

    /** Id of the transaction that changed something; empty: nothing was changed. */
    public OptionalLong transaction() {
        return kept == null ? OptionalLong.empty() : kept.transaction();
    }

    /** Then nothing was changed. */
    public boolean isRefused() {
        return findings.total() > 0;
    }
}
