package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.ImportRun.Pending;
import org.praxisdatenbank.transfer.ImportStore.Attempt;

/**
 * Saves batches. What only the database refuses, although all checks before it passed, becomes a finding too: the batch
 * is then tried record by record to name the one.
 */
final class BatchWriter {
    private final ImportStore.Transaction transaction;
    private final FindingLog log;

    BatchWriter(ImportStore.Transaction transaction, FindingLog log) {
        this.transaction = transaction;
        this.log = log;
    }

    Saved save(List<Pending> batch) {
        Attempt whole =
                transaction.save(batch.stream().map(BatchWriter::practice).toList());
        if (whole.refusal() != null) {
            batch.forEach(this::reportRefusal);
        }
        return whole.saved();
    }

    private void reportRefusal(Pending row) {
        @Nullable String refusal = transaction.save(List.of(practice(row))).refusal();
        if (refusal != null) {
            new RecordFaults(row.place(), row.id().value(), log).add(null, null, Said.of("finding.database", refusal));
        }
    }

    private static Practice practice(Pending row) {
        return Objects.requireNonNull(row.practice());
    }
}
