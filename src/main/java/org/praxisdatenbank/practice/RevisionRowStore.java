package org.praxisdatenbank.practice;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes revisions for {@link PracticeStore}; package {@code revision} reads them. */
final class RevisionRowStore {
    private static final String WRITE =
            """
            INSERT INTO revision (practice, number, status, record, made, made_by, account, note)
            SELECT practice, number, status, record, made, :madeBy, CAST(:account AS uuid), :note
              FROM practice_record
             WHERE practice = ANY(:ids)
            """;

    private RevisionRowStore() {}

    /**
     * Keeps the present state of each, which must be of a new version.
     *
     * @param transaction the one that has changed them
     */
    static void write(Handle transaction, List<PracticeId> ids, Authorship by) {
        transaction
                .createUpdate(WRITE)
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .bind("madeBy", by.madeBy().id())
                .bind("account", by.account() == null ? null : by.account().toString())
                .bind("note", by.note())
                .execute();
    }
}
