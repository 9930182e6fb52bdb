package org.praxisdatenbank.upload;

import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;

/** What is written into the audit log in the transaction of an import, and of what takes it back. */
public final class ImportDeedStore {
    private ImportDeedStore() {}

    /** An import. */
    public static Along done(Doer doer) {
        return (transaction, number) -> AuditStore.add(transaction, doer, new Deed("import.done", number));
    }

    /** The import of an upload, which is gone with it; raises {@link Problem.NotFound} where it is gone already. */
    static Along done(Doer doer, Upload.Id upload) {
        Along noting = done(doer);
        return (transaction, number) -> {
            if (!UploadStore.delete(transaction, upload)) {
                throw new Problem.NotFound("upload", upload.toString()).raise();
            }
            noting.within(transaction, number);
        };
    }

    /** What takes an import back. */
    public static Along undone(Doer doer) {
        return (transaction, number) -> AuditStore.add(transaction, doer, new Deed("import.undone", number));
    }
}
