package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
        return run(source, Map.of(), isDryRun, progress);
    }

    /**
     * The same with columns of a table that somebody has assigned to fields.
     *
     * @param mapping name of a column to the name of a field; empty: the column is left out. Those not in it are guessed,
     *     as {@link #columns} tells
     */
    public ImportResult run(ImportSource source, Map<String, String> mapping, boolean isDryRun, Progress progress) {
        Vocabularies vocabularies = store.vocabularies();
        try (OpenedSource opened = OpenedSource.open(source)) {
            progress.phase("import", opened.expected());
            return store.inTransaction(source.authorship(), transaction -> {
                FindingLog log = new FindingLog(limits.findings());
                ImportRun run = new ImportRun(transaction, vocabularies, log, progress);
                opened.rows(limits.recordLength(), mapping).forEach(run::accept);
                return run.finish(isDryRun, opened.notes());
            });
        } catch (IOException unreadable) {
            throw new Refused(
                    source.name() + " cannot be read (" + unreadable.getMessage() + "). Nothing was changed.",
                    unreadable);
        }
    }

    /**
     * What each column of a table is taken for, by its name.
     *
     * @throws Refused when the source is no table or cannot be read
     */
    public List<ColumnGuess> columns(ImportSource source) {
        try (OpenedSource opened = OpenedSource.open(source);
                Table table = opened.table(limits.recordLength())) {
            return table.next().orElse(null) instanceof Table.Filled names ? TableHeader.guesses(names) : List.of();
        } catch (IOException unreadable) {
            throw new Refused(source.name() + " cannot be read (" + unreadable.getMessage() + ").", unreadable);
        }
    }
}
