package org.praxisdatenbank.confirmation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.review.AnswerStore;

/** Letters that were sent, by the hash of their links; each is answered once. Safe for use by any thread. */
public final class LetterStore {
    /** Two servers that look at once must not both send. */
    private static final String ONE_SENDS = "SELECT pg_advisory_xact_lock(hashtext('confirmation_letter'))";

    private static final String INSERT =
            """
            INSERT INTO confirmation_letter (hash, practice, to_contact, ends)
            SELECT :hash, :practice, :isToContact, now() + :seconds * interval '1 second'
             WHERE NOT EXISTS (
                   SELECT FROM confirmation_letter
                    WHERE practice = :practice
                      AND sent >= now() - interval '30 days')
            """;
    private static final String FIND =
            """
            SELECT letter.practice, to_contact
              FROM confirmation_letter AS letter
              JOIN practice ON practice.id = letter.practice AND status = 'published'
             WHERE hash = :hash
               AND answered IS NULL
               AND ends > now()
            """;
    private static final String LOCK = FIND + " FOR UPDATE OF letter";
    private static final String ANSWERED =
            """
            UPDATE confirmation_letter
               SET answered = now(), answer = :answer
             WHERE hash = :hash
            """;
    private static final String SWEEP =
            """
            DELETE FROM confirmation_letter
             WHERE ends <= now()
               AND sent < now() - interval '400 days'
            """;

    private final Jdbi jdbi;
    private final ContactStore contacts;

    public LetterStore(Jdbi jdbi, ContactStore contacts) {
        this.jdbi = jdbi;
        this.contacts = contacts;
    }

    /** The link of a letter that may be sent now; empty: one was sent within 30 days. */
    Optional<Token> make(PracticeId practice, boolean isToContact, Duration valid) {
        Token token = Token.create();
        return jdbi.inTransaction(db -> {
            db.createQuery(ONE_SENDS).mapToMap().list();
            int made = db.createUpdate(INSERT)
                    .bind("hash", token.hash())
                    .bind("practice", practice.value())
                    .bind("isToContact", isToContact)
                    .bind("seconds", valid.toSeconds())
                    .execute();
            if (made == 0) {
                return Optional.empty();
            }
            AuditStore.add(db, Doer.COMMAND, new Deed("confirmation.sent", practice.value()));
            return Optional.of(token);
        });
    }

    /** Empty: answered, too old, never made, or about a practice that is no longer published. */
    Optional<Letter> find(Token token) {
        return jdbi.withHandle(db -> find(db, FIND, token));
    }

    private static Optional<Letter> find(Handle db, String sql, Token token) {
        return db.createQuery(sql)
                .bind("hash", token.hash())
                .map((row, ctx) -> new Letter(new PracticeId(row.getString("practice")), row.getBoolean("to_contact")))
                .findOne();
    }

    /** What came of an answer. */
    enum Outcome {
        TAKEN,
        /** The link no longer holds. */
        LATE,
        /** The practice has changed since it was looked at; the link still holds. */
        CHANGED_SINCE
    }

    /**
     * Takes an answer with all that follows from it, or nothing.
     *
     * @param seen version of the practice that was looked at
     * @param note the answer as a sentence for the office; unused where it is right
     */
    Outcome answer(Token token, long seen, Answer answer, String note, LocalDate today, Doer doer) {
        return jdbi.inTransaction(db -> {
            // the contact before the letter, as whoever changes a contact does
            find(db, FIND, token)
                    .filter(Letter::isToContact)
                    .ifPresent(asked -> contacts.prolong(db, asked.practice()));
            Optional<Letter> letter = find(db, LOCK, token);
            if (letter.isEmpty()) {
                return Outcome.LATE;
            }
            PracticeId practice = letter.get().practice();
            if (!AnswerStore.lock(db, practice).equals(OptionalLong.of(seen))) {
                return Outcome.CHANGED_SINCE;
            }
            take(db, letter.get(), answer, note, today);
            db.createUpdate(ANSWERED)
                    .bind("hash", token.hash())
                    .bind("answer", answer.id())
                    .execute();
            AuditStore.add(db, doer, new Deed("confirmation.answered", practice.value(), answer.id()));
            return Outcome.TAKEN;
        });
    }

    private void take(Handle db, Letter letter, Answer answer, String note, LocalDate today) {
        switch (answer) {
            case Answer.Right right -> AnswerStore.confirm(db, letter.practice(), today, Authorship.CONFIRMATION);
            case Answer.Changed changed -> AnswerStore.report(db, letter.practice(), note, null);
            case Answer.Ended ended -> AnswerStore.report(db, letter.practice(), note, ended.since());
        }
    }

    /** Forgets letters of more than a year ago. */
    void sweep() {
        jdbi.useHandle(db -> db.createUpdate(SWEEP).execute());
    }
}
