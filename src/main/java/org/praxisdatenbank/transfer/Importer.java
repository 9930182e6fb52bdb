package org.praxisdatenbank.transfer;

import java.io.IOException;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.vocabulary.Vocabularies;

/**
 * Takes practices in, all or none: one transaction, and memory that does not grow with the file. Safe for use by any
 * thread.
 */
public final class Importer {
    private final ImportStore store;
    private final ImportLimits limits;

    public Importer(ImportStore store, ImportLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Inserts or updates every record by its id. All records are checked, whatever was found in those before; when
     * anything was found, nothing is changed.
     *
     * @param isDryRun everything is done, the database's own checks included, and then taken back
     * @param progress told the records that are done; closed by the caller
     * @throws Refused when the source cannot be read at all or the database fails; nothing is changed then either
     */
    public ImportResult run(ImportSource source, boolean isDryRun, Progress progress) {
        Vocabularies vocabularies = store.vocabularies();
        try (OpenedSource opened = OpenedSource.open(source)) {
            progress.phase("import", opened.expected());
            return store.inTransaction(source.authorship(), transaction -> {
                FindingLog log = new FindingLog(limits.findings());
                ImportRun run = new ImportRun(transaction, vocabularies, log, progress);
                opened.rows(limits.recordLength()).forEach(run::accept);
                return run.finish(isDryRun);
            });
        } catch (IOException unreadable) {
            throw new Refused(
                    source.name() + " cannot be read (" + unreadable.getMessage() + "). Nothing was changed.",
                    unreadable);
        }
    }
}
