package org.praxisdatenbank.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;

/**
 * What is said of a published practice: that it is right as it stands, or what has changed. Each happens within a
 * transaction of the caller's.
 */
public final class AnswerStore {
    private static final String LOCK =
            """
            SELECT version
              FROM practice
             WHERE id = :id
               AND status = 'published'
               FOR UPDATE
            """;
    /** A day alone is no change that somebody who writes on a working copy must look at. */
    private static final String FOLLOW =
            """
            UPDATE draft
               SET based_on = :version, record = jsonb_set(record, '{confirmed}', to_jsonb(CAST(:day AS text)))
             WHERE practice = :id
               AND based_on = :before
            """;

    private AnswerStore() {}

    /**
     * Keeps everybody else from changing the practice until the transaction ends.
     *
     * @return its version; empty: it is not published
     */
    public static OptionalLong lock(Handle transaction, PracticeId id) {
        DraftStore.lock(transaction, id); // first, as whoever publishes it does
        return transaction
                .createQuery(LOCK)
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * It is right as it stands today; a revision of its own, though nothing else has changed.
     *
     * @return the transaction to wait for; empty: it was confirmed today already, or is not published
     */
    public static OptionalLong confirm(Handle transaction, PracticeId id, LocalDate today, Authorship by) {
        OptionalLong before = lock(transaction, id);
        if (before.isEmpty()) {
            return before;
        }
        PracticeStore.save(
                transaction,
                List.of(PracticeStore.get(transaction, id).practice().confirmed(today)),
                by);
        StoredPractice after = PracticeStore.get(transaction, id);
        transaction
                .createUpdate(FOLLOW)
                .bind("id", id.value())
                .bind("before", before.getAsLong())
                .bind("version", after.version())
                .bind("day", today.toString())
                .execute();
        return after.version() == before.getAsLong() ? OptionalLong.empty() : PracticeStore.transaction(transaction);
    }

    /**
     * It is not as it stands any more: what was said becomes a step of its working copy, which is begun and submitted where
     * nobody works on one.
     *
     * @param note 1 to 2,000 characters
     * @param end since when it has ended, in the record format; null: it has not
     */
    public static void report(Handle transaction, PracticeId id, String note, @Nullable String end) {
        if (lock(transaction, id).isEmpty()) {
            return;
        }
        StoredPractice practice = PracticeStore.get(transaction, id);
        Optional<Draft> present = DraftStore.lock(transaction, id);
        Draft draft = present.orElseGet(() -> DraftStore.submitted(transaction, practice));
        Entered said = end == null ? draft.entered() : draft.entered().with(Field.END.id(), end);
        DraftStore.rewrite(transaction, draft, said);
        StepStore.add(transaction, draft.id(), id, new StepStore.Taken(StepStore.REPORT, null, note));
    }
}
