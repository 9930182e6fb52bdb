package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Authorship.MadeBy;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.FailPoint;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.transfer.Descriptions.Described;
import org.praxisdatenbank.transfer.ImportHistoryStore.Along;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** What an import does in the database; safe for use by any thread. */
public final class ImportStore {
    private static final String CREATE_SEEN =
            """
            CREATE TEMPORARY TABLE import_seen (
                id text COLLATE "C" PRIMARY KEY,
                row bigint NOT NULL)
                ON COMMIT DROP
            """;
    private static final String ADD_SEEN =
            """
            INSERT INTO import_seen (id, row)
            SELECT id, row
              FROM unnest(:ids, :rows) AS given (id, row)
             ORDER BY row
                ON CONFLICT DO NOTHING
            RETURNING row
            """;
    private static final String FIRST_ROWS =
            """
            SELECT id, row
              FROM import_seen
             WHERE id = ANY(:ids)
            """;
    /** Published here by a second pair of eyes. */
    private static final String ASSESSED =
            """
            SELECT DISTINCT practice
              FROM assessment
             WHERE practice = ANY(:ids)
               AND stage = 'published'
            """;

    private static final String SAVEPOINT = "import_batch";

    private final Jdbi jdbi;

    public ImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Vocabularies vocabularies() {
        return new VocabularyStore(jdbi).load();
    }

    /**
     * Commits what the work has done, unless its result says that nothing shall change or it throws.
     *
     * @param source says who writes every revision
     * @param along done too, where something is kept
     * @throws Refused when the database fails in a way that the person at the terminal can do something about
     */
    ImportResult inTransaction(ImportSource source, Along along, Work work) throws IOException {
        try {
            ImportResult done = jdbi.inTransaction(db -> {
                ImportResult result = work.run(new Transaction(db, source, along));
                if (result.isRefused() || result.isDryRun()) {
                    db.rollback();
                }
                FailPoint.IMPORT_LOGGED.reached();
                return result;
            });
            FailPoint.IMPORT_COMMITTED.reached();
            return done;
        } catch (JdbiException failure) {
            throw DatabaseFaults.refusedOr(failure);
        }
    }

    /** What is done within one transaction. */
    interface Work {
        ImportResult run(Transaction transaction) throws IOException;
    }

    /** Used by one thread. */
    static final class Transaction {
        private final Handle db;
        private final ImportSource source;
        private final Authorship by;
        private final Along along;

        private Transaction(Handle db, ImportSource source, Along along) {
            this.db = db;
            this.source = source;
            this.by = source.authorship();
            this.along = along;
            db.execute(CREATE_SEEN);
        }

        /** Writes down what was done; null for the sample, which nobody takes back. */
        ImportResult.@Nullable Kept keep(long read, Saved saved) {
            if (by.madeBy() != MadeBy.IMPORT) {
                return null;
            }
            OptionalLong id = saved.inserted() + saved.updated() > 0 ? id() : OptionalLong.empty();
            long number = ImportHistoryStore.record(db, new ImportHistoryStore.Entry(by, source.name(), read, saved));
            along.within(db, number);
            return new ImportResult.Kept(number, id);
        }

        /** Those of them that are published, as they stand now. */
        List<Practice> published(Collection<PracticeId> ids) {
            return PracticeStore.find(db, ids).stream()
                    .map(StoredPractice::practice)
                    .toList();
        }

        /** What is published of those of them that are Good Practice examples, withdrawn ones included. */
        Map<PracticeId, Described> described(Collection<PracticeId> ids) {
            Map<PracticeId, ExampleText> texts = PracticeStore.descriptions(db, ids);
            if (texts.isEmpty()) {
                return Map.of();
            }
            Set<String> assessed = new HashSet<>(db.createQuery(ASSESSED)
                    .bindArray(
                            "ids",
                            String.class,
                            texts.keySet().stream().map(PracticeId::value).toList())
                    .mapTo(String.class)
                    .list());
            Map<PracticeId, Described> described = new HashMap<>();
            texts.forEach((id, text) -> described.put(id, new Described(text, assessed.contains(id.value()))));
            return described;
        }

        /** What saving them would do. */
        Saved compare(List<Practice> practices) {
            return PracticeStore.compare(db, practices);
        }

        /**
         * Of the given records those whose id came before in this transaction, each with the row where it came first.
         * A table remembers them, so that memory does not grow with the file.
         */
        Map<Place, Long> repeated(List<Named> records) {
            Set<Long> added = new HashSet<>(db.createQuery(ADD_SEEN)
                    .bindArray("ids", String.class, ids(records))
                    .bindArray(
                            "rows",
                            Long.class,
                            records.stream().map(record -> record.place().row()).toList())
                    .mapTo(Long.class)
                    .list());
            List<Named> repeated = records.stream()
                    .filter(record -> !added.contains(record.place().row()))
                    .toList();
            return repeated.isEmpty() ? Map.of() : firstRows(repeated);
        }

        private Map<Place, Long> firstRows(List<Named> repeated) {
            Map<String, Long> first = new HashMap<>();
            db.createQuery(FIRST_ROWS)
                    .bindArray("ids", String.class, ids(repeated))
                    .map((row, ctx) -> Map.entry(row.getString("id"), row.getLong("row")))
                    .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
            Map<Place, Long> rows = new HashMap<>();
            repeated.forEach(record ->
                    rows.put(record.place(), first.getOrDefault(record.id().value(), 0L)));
            return rows;
        }

        private static List<String> ids(List<Named> records) {
            return records.stream().map(record -> record.id().value()).toList();
        }

        /** Its id. */
        OptionalLong id() {
            return PracticeStore.transaction(db);
        }

        /** Saves all of them, or none where the data violates what the database demands. */
        Attempt save(List<Practice> practices) {
            db.savepoint(SAVEPOINT);
            try {
                Saved saved = PracticeStore.save(db, practices, by);
                db.releaseSavepoint(SAVEPOINT);
                return new Attempt(saved, null);
            } catch (UnableToExecuteStatementException failure) {
                String refusal = DatabaseFaults.refusal(failure).orElseThrow(() -> failure);
                db.rollbackToSavepoint(SAVEPOINT);
                return new Attempt(Saved.NOTHING, refusal);
            }
        }
    }

    /** A record that has an id. */
    record Named(Place place, PracticeId id) {}

    /** @param refusal the database's own words; null when it took them */
    record Attempt(Saved saved, @Nullable String refusal) {}
}
