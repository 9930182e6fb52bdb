package org.praxisdatenbank.upload;

import java.util.Map;
import java.util.function.Function;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.FaultFile;
import org.praxisdatenbank.transfer.FileFormat;
import org.praxisdatenbank.transfer.Finding;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.transfer.TableLook;

/**
 * What can be done with files that wait to be imported, by those who have uploaded them. Safe for use by any thread. What
 * cannot be read at all, or not now, is {@link Refused} with its reason.
 */
public final class Uploads {
    private static final int FIRST_ROWS = 3;

    private final UploadStore store;
    private final Importer importer;
    private final Importer thorough;
    private final ImportLimits limits;

    /** @param limits findings that a page lists, and the length of a record */
    public Uploads(UploadStore store, ImportStore imports, ImportLimits limits) {
        this.store = store;
        this.limits = limits;
        this.importer = new Importer(imports, limits);
        this.thorough = new Importer(imports, new ImportLimits(FaultFile.MOST_FINDINGS, limits.recordLength()));
    }

    UploadStore store() {
        return store;
    }

    /** Raises {@link Problem.NotFound} for what is gone, or somebody else's. */
    Upload get(String id, SignedIn who) {
        return Upload.Id.of(id)
                .flatMap(known -> store.find(known, who.account().id()))
                .orElseThrow(() -> new Problem.NotFound("upload", id).raise());
    }

    /** Keeps a file that can be read. */
    Upload.Id add(SignedIn who, String file, byte[] content) {
        ImportSource source = source(file, content, who);
        if (isTable(source)) {
            importer.look(source, 0);
        }
        return store.add(who.account().id(), file, content);
    }

    /** Whether it has columns. */
    boolean isTable(Upload upload, SignedIn who) {
        return isTable(source(upload, who));
    }

    private static boolean isTable(ImportSource source) {
        FileFormat format = Importer.format(source);
        return format == FileFormat.CSV || format == FileFormat.XLSX;
    }

    TableLook look(Upload upload, SignedIn who) {
        return importer.look(source(upload, who), FIRST_ROWS);
    }

    /** As if it were taken in; nothing is changed. */
    ImportResult check(Upload upload, SignedIn who) {
        return importer.run(source(upload, who), upload.mapping(), true, Progress.NONE);
    }

    /** All of it, or nothing where anything is at fault. */
    ImportResult takeOver(Upload upload, SignedIn who, Doer doer) {
        Along along = ImportDeedStore.done(doer, upload.id());
        return importer.run(source(upload, who), upload.mapping(), false, Progress.NONE, along);
    }

    /** @param words what a finding says, without its place */
    FaultFile faults(Upload upload, SignedIn who, Function<Finding, String> words) {
        ImportSource source = source(upload, who);
        Map<String, String> mapping = upload.mapping();
        ImportResult result = thorough.run(source, mapping, true, Progress.NONE);
        return new FaultFile(source, limits.recordLength(), result.findings().first(), words);
    }

    private ImportSource source(Upload upload, SignedIn who) {
        byte[] content = store.content(upload.id())
                .orElseThrow(() -> new Problem.NotFound("upload", upload.id().toString()).raise());
        return source(upload.file(), content, who);
    }

    private static ImportSource source(String file, byte[] content, SignedIn who) {
        return ImportSource.upload(
                file, content, Authorship.ofImport(who.account().id().value()));
    }
}
