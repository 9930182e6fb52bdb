package org.praxisdatenbank.review;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.review.Standing.Viewer;

/** Published practices as those meet them who may change them; safe for use by any thread. */
public final class PublishedStore {
    /** Whether a practice is in one of the states {@code :states}. */
    private static final String IN_STATES =
            """
            EXISTS (
                    SELECT FROM practice_term
                     WHERE practice_term.practice = practice.id
                       AND vocabulary = 'state'
                       AND term = ANY(:states))
            """;
    /** An office has to do with the practices of its states ({@code :isOffice}, {@code :states}), others with all. */
    public static final String OF_OFFICE = " AND (NOT :isOffice OR " + IN_STATES + ")";
    /** The same as {@link Standing} says. */
    private static final String FIND =
            """
            SELECT practice.id, title, provider.name AS provider
              FROM practice
              LEFT JOIN provider ON provider.id = practice.provider_id
             WHERE status = 'published'
               AND (:isEditor OR provider.name = :provider OR (:isOffice AND
            """
                    + IN_STATES
                    + """
               ))
               AND (position(lower(:query) IN lower(title)) > 0 OR practice.id = :query)
             ORDER BY lower(title), practice.id
             LIMIT :most
            """;

    private final Jdbi jdbi;

    public PublishedStore(Database database) {
        this.jdbi = database.jdbi();
    }

    /** @param provider null: not stated */
    record Found(PracticeId id, String title, @Nullable String provider) {}

    /**
     * Those that somebody may change, by title.
     *
     * @param query part of the title, or the id; empty: all
     */
    List<Found> find(Viewer viewer, String query, int most) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("isEditor", viewer.role() == Role.EDITOR || viewer.role() == Role.ADMIN)
                .bind("isOffice", viewer.role() == Role.OFFICE)
                .bind("provider", viewer.scope().provider())
                .bindArray("states", String.class, viewer.scope().states())
                .bind("query", query)
                .bind("most", most)
                .map((row, ctx) -> new Found(
                        new PracticeId(row.getString("id")), row.getString("title"), row.getString("provider")))
                .list());
    }

    /** The transaction to wait for; empty: it is not published, or was confirmed today already. */
    OptionalLong confirm(PracticeId id, LocalDate today, Authorship by, Doer doer) {
        return jdbi.inTransaction(db -> {
            OptionalLong confirmed = AnswerStore.confirm(db, id, today, by);
            if (confirmed.isPresent()) {
                AuditStore.add(db, doer, new Deed("practice.confirmed", id.value()));
            }
            return confirmed;
        });
    }

    /** The transaction to wait for; empty: it was not published. */
    OptionalLong withdraw(PracticeId id, LocalDate today, Authorship by, Doer doer) {
        return jdbi.inTransaction(db -> {
            if (!PracticeStore.withdraw(db, id, today, by)) {
                return OptionalLong.empty();
            }
            AuditStore.add(db, doer, new Deed("practice.withdrawn", id.value()));
            return PracticeStore.transaction(db);
        });
    }
}
