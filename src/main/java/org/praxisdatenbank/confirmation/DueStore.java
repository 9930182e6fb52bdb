package org.praxisdatenbank.confirmation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.confirmation.Due.Addressees;
import org.praxisdatenbank.confirmation.Due.LastLetter;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.review.PublishedStore;

/**
 * Practices that are to be confirmed: published, not over, and nobody has said within a year that they are right. Safe for
 * use by any thread.
 */
public final class DueStore {
    /** Who has reported a change waits for us; what has ended does not change any more. */
    private static final String FROM =
            """
              FROM practice
              LEFT JOIN provider ON provider.id = practice.provider_id
              LEFT JOIN contact ON contact.practice = practice.id AND contact.expires > now()
              LEFT JOIN LATERAL (
                   SELECT array_agg(email ORDER BY email) AS emails
                     FROM account
                    WHERE account.provider_id = practice.provider_id
                      AND role = 'provider'
                      AND closed IS NULL) AS accounts ON true
              LEFT JOIN LATERAL (
                   SELECT sent, answer
                     FROM confirmation_letter
                    WHERE confirmation_letter.practice = practice.id
                    ORDER BY sent DESC
                    LIMIT 1) AS letter ON true
             WHERE status = 'published'
               AND (confirmed IS NULL OR confirmed < CAST(:today AS date) - interval '1 year')
               AND (ended IS NULL OR ended >= left(CAST(:today AS text), length(ended)))
            """;

    private static final String SELECT =
            """
            SELECT practice.id, title, provider.name AS provider, confirmed, contact.email AS contact, accounts.emails,
                   letter.sent, letter.answer
            """
                    + FROM;
    private static final String LIST = SELECT + PublishedStore.OF_OFFICE
            + " ORDER BY confirmed NULLS FIRST, lower(title), practice.id LIMIT :most";
    private static final String COUNT = "SELECT count(*)" + FROM + PublishedStore.OF_OFFICE;
    private static final String TO_ASK = SELECT
            + """
               AND (contact.email IS NOT NULL OR accounts.emails IS NOT NULL)
               AND (letter.sent IS NULL OR letter.sent < now() - interval '30 days')
               AND NOT EXISTS (
                    SELECT FROM draft
                     WHERE draft.practice = practice.id
                       AND stage IN ('submitted', 'in_review'))
             ORDER BY confirmed NULLS FIRST, practice.id
             LIMIT :most
            """;

    private final Jdbi jdbi;

    public DueStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those for which letters may be sent now, the longest unconfirmed first. */
    List<Due> toAsk(LocalDate today, int most) {
        return jdbi.withHandle(db -> db.createQuery(TO_ASK)
                .bind("today", today.toString())
                .bind("most", most)
                .map((row, ctx) -> due(row))
                .list());
    }

    /** How many there are in all. */
    public long count(LocalDate today) {
        return count(today, false, Set.of());
    }

    /** How many there are for somebody who reviews: an office of its states, others of all. */
    long count(LocalDate today, Account who) {
        return count(today, who.role() == Role.OFFICE, who.scope().states());
    }

    private long count(LocalDate today, boolean isOffice, Set<String> states) {
        return jdbi.withHandle(db -> db.createQuery(COUNT)
                .bind("today", today.toString())
                .bind("isOffice", isOffice)
                .bindArray("states", String.class, states)
                .mapTo(Long.class)
                .one());
    }

    /** The same practices, the longest unconfirmed first. */
    List<Due> list(LocalDate today, SignedIn who, int most) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("today", today.toString())
                .bind("isOffice", who.role() == Role.OFFICE)
                .bindArray("states", String.class, who.account().scope().states())
                .bind("most", most)
                .map((row, ctx) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        @Nullable Instant sent = Moment.ofNullable(row, "sent");
        return new Due(
                new PracticeId(row.getString("id")),
                row.getString("title"),
                row.getString("provider"),
                row.getObject("confirmed", LocalDate.class),
                addressees(row),
                sent == null ? null : new LastLetter(sent, row.getString("answer")));
    }

    private static Addressees addressees(ResultSet row) throws SQLException {
        @Nullable String contact = row.getString("contact");
        if (contact != null) {
            return new Addressees(true, List.of(contact));
        }
        @Nullable Array accounts = row.getArray("emails");
        return new Addressees(false, accounts == null ? List.of() : List.of((String[]) accounts.getArray()));
    }
}
