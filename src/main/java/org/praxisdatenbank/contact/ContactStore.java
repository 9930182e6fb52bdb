package org.praxisdatenbank.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.PracticeId;

/** Contacts in the database, which alone holds them; safe for use by any thread. What has expired is none any more. */
public final class ContactStore {
    private static final String SELECT =
            """
            SELECT practice, name, email, phone, entered, shown, expires
              FROM contact
             WHERE expires > now()
            """;
    private static final String FIND = SELECT + " AND practice = :practice";
    private static final String SHOWN = FIND
            + """
               AND shown IS NOT NULL
               AND EXISTS (SELECT FROM practice WHERE id = contact.practice AND status = 'published')
            """;
    private static final String OF_PERSON = SELECT + " AND email = :email ORDER BY practice";
    /** Who is another person now has not agreed to anything yet. */
    private static final String SAVE =
            """
            INSERT INTO contact (practice, name, email, phone, entered_by, shown, shown_by, expires)
            VALUES (:practice, :name, :email, nullif(:phone, ''), :account, CASE WHEN :isShown THEN now() END,
                    CASE WHEN :isShown THEN :account END, now() + :seconds * interval '1 second')
                ON CONFLICT (practice) DO UPDATE
               SET name = excluded.name, email = excluded.email, phone = excluded.phone, entered = now(),
                   entered_by = excluded.entered_by, expires = excluded.expires,
                   shown = CASE WHEN contact.email = excluded.email AND excluded.shown IS NOT NULL
                                THEN coalesce(contact.shown, excluded.shown) ELSE excluded.shown END,
                   shown_by = CASE WHEN contact.email = excluded.email AND excluded.shown IS NOT NULL
                                   THEN coalesce(contact.shown_by, excluded.shown_by) ELSE excluded.shown_by END
            """;

    private static final String PROLONG =
            """
            UPDATE contact
               SET expires = greatest(expires, now() + :seconds * interval '1 second')
             WHERE practice = :practice
               AND expires > now()
            """;
    private static final String REMOVE =
            """
            DELETE FROM contact
             WHERE practice = :practice
            """;
    private static final String ERASE =
            """
            DELETE FROM contact
             WHERE email = :email
            """;
    private static final String SWEEP =
            """
            DELETE FROM contact
             WHERE expires <= now()
            """;

    private final Jdbi jdbi;
    private final Duration valid;

    /** @param valid how long a contact is kept after somebody has last said that it is right */
    public ContactStore(Jdbi jdbi, Duration valid) {
        this.jdbi = jdbi;
        this.valid = valid;
    }

    /** Whom to ask, shown or not. */
    public Optional<KeptContact> find(PracticeId practice) {
        return find(FIND, practice);
    }

    /** What the public may see: only with consent, and only of a practice that is published. */
    public Optional<KeptContact> shown(PracticeId practice) {
        return find(SHOWN, practice);
    }

    private Optional<KeptContact> find(String sql, PracticeId practice) {
        return jdbi.withHandle(db -> db.createQuery(sql)
                .bind("practice", practice.value())
                .map((row, ctx) -> contact(row))
                .findOne());
    }

    /** All practices whose contact that person is. */
    public List<KeptContact> of(String email) {
        return jdbi.withHandle(db -> db.createQuery(OF_PERSON)
                .bind("email", Person.normal(email))
                .map((row, ctx) -> contact(row))
                .list());
    }

    /**
     * Keeps a contact, in the place of the one before.
     *
     * @param contact without faults
     * @param isShown whether the person agrees to be shown to the public
     */
    public void save(PracticeId practice, Contact contact, boolean isShown, AccountId by, Doer doer) {
        jdbi.useTransaction(db -> {
            db.createUpdate(SAVE)
                    .bind("practice", practice.value())
                    .bind("name", contact.person().name())
                    .bind("email", contact.person().email())
                    .bind("phone", contact.phone())
                    .bind("account", by.value())
                    .bind("isShown", isShown)
                    .bind("seconds", valid.toSeconds())
                    .execute();
            AuditStore.add(db, doer, new Deed(isShown ? "contact.shown" : "contact.hidden", practice.value()));
        });
    }

    /** Keeps the contact of a practice longer, as somebody has just said that it is right. */
    public void prolong(Handle transaction, PracticeId practice) {
        transaction
                .createUpdate(PROLONG)
                .bind("practice", practice.value())
                .bind("seconds", valid.toSeconds())
                .execute();
    }

    public void remove(PracticeId practice, Doer doer) {
        jdbi.useTransaction(db -> {
            db.createUpdate(REMOVE).bind("practice", practice.value()).execute();
            AuditStore.add(db, doer, new Deed("contact.removed", practice.value()));
        });
    }

    /**
     * Removes a person from all practices; the caller writes the audit log.
     *
     * @return how many they were
     */
    static int erase(Handle transaction, String email) {
        return transaction
                .createUpdate(ERASE)
                .bind("email", Person.normal(email))
                .execute();
    }

    /** Removes what has expired. */
    public void sweep() {
        jdbi.useHandle(db -> db.createUpdate(SWEEP).execute());
    }

    private static KeptContact contact(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        return new KeptContact(
                new PracticeId(row.getString("practice")),
                new Contact(new Person(row.getString("name"), row.getString("email")), phone == null ? "" : phone),
                Moment.of(row, "entered"),
                Moment.ofNullable(row, "shown"),
                Moment.of(row, "expires"));
    }
}
