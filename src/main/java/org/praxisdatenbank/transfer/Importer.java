package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;
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
        return run(source, mapping, isDryRun, progress, Along.NOTHING);
    }

    /**
     * The same with something that happens in the same transaction.
     *
     * @param along done when all is taken in, and only then
     */
    public ImportResult run(
            ImportSource source, Map<String, String> mapping, boolean isDryRun, Progress progress, Along along) {
        Vocabularies vocabularies = store.vocabularies();
        try (OpenedSource opened = OpenedSource.open(source)) {
            progress.phase("import", opened.expected());
            return store.inTransaction(source, along, transaction -> {
                FindingLog log = new FindingLog(limits.findings());
                ImportRun run = new ImportRun(transaction, vocabularies, log, isDryRun, progress);
                opened.rows(limits.recordLength(), mapping).forEach(run::accept);
                return run.finish(opened.notes());
            });
        } catch (IOException unreadable) {
            throw unreadable(source, unreadable);
        }
    }

    /**
     * What each column of a table is taken for, by its name.
     *
     * @throws Refused when the source is no table or cannot be read
     */
    public List<ColumnGuess> columns(ImportSource source) {
        return look(source, 0).columns();
    }

    /**
     * The same with what stands first in them.
     *
     * @throws Refused when the source is no table or cannot be read
     */
    public TableLook look(ImportSource source, int rows) {
        try (OpenedSource opened = OpenedSource.open(source);
                Table table = opened.table(limits.recordLength())) {
            return TableLook.of(table, rows);
        } catch (IOException unreadable) {
            throw unreadable(source, unreadable);
        }
    }

    /**
     * How the practices stand in it.
     *
     * @throws Refused when that is nothing that an import reads
     */
    public static FileFormat format(ImportSource source) {
        try (OpenedSource opened = OpenedSource.open(source)) {
            return opened.format();
        } catch (IOException unreadable) {
            throw unreadable(source, unreadable);
        }
    }

    private static Refused unreadable(ImportSource source, IOException why) {
        Object told = why instanceof BrokenXlsx broken ? broken.wrong() : String.valueOf(why.getMessage());
        return English.refused(why, "refused.unreadable", source.name(), told);
    }
}
