package org.praxisdatenbank.account;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.db.Moment;

/** Who is signed in, in the database; safe for use by any thread. */
final class SessionStore {
    private static final String INSERT =
            """
            INSERT INTO session (hash, account, device, ends)
            VALUES (:hash, :account, :device, now() + :length * interval '1 second')
            """;
    private static final String FIND = AccountStore.SELECT
            + """
              JOIN session ON session.account = account.id
             WHERE session.hash = :hash
               AND session.ends > now()
               AND session.seen > now() - :idle * interval '1 second'
               AND account.closed IS NULL
            """;
    /** Once a minute is enough to tell who is still there. */
    private static final String SEEN =
            """
            UPDATE session
               SET seen = now()
             WHERE hash = :hash
               AND seen < now() - interval '1 minute'
            """;

    private static final String LIST =
            """
            SELECT encode(hash, 'hex') AS name, device, begun, seen, hash = :hash AS is_this
              FROM session
             WHERE account = :account
               AND ends > now()
               AND seen > now() - :idle * interval '1 second'
             ORDER BY seen DESC
            """;
    private static final String END = """
            DELETE FROM session WHERE hash = :hash
            """;
    private static final String END_NAMED =
            """
            DELETE FROM session WHERE account = :account AND encode(hash, 'hex') = :name
            """;
    private static final String END_ALL = """
            DELETE FROM session WHERE account = :account
            """;
    private static final String END_OTHERS =
            """
            DELETE FROM session WHERE account = :account AND hash <> :hash
            """;
    private static final String SWEEP =
            """
            DELETE FROM session WHERE ends <= now() OR seen <= now() - :idle * interval '1 second'
            """;

    private final Jdbi jdbi;
    private final SessionLength length;

    SessionStore(Jdbi jdbi, SessionLength length) {
        this.jdbi = jdbi;
        this.length = length;
    }

    /** Begins one; those that have ended are removed. */
    Token begin(AccountId account, String device) {
        Token token = Token.create();
        jdbi.useTransaction(db -> {
            db.createUpdate(SWEEP).bind("idle", length.idle().toSeconds()).execute();
            db.createUpdate(INSERT)
                    .bind("hash", token.hash())
                    .bind("account", account.value())
                    .bind("device", device)
                    .bind("length", length.whole().toSeconds())
                    .execute();
        });
        return token;
    }

    /** Whose it is, and that they are still there; empty: it has ended or never was. */
    Optional<Account> find(Token token) {
        return jdbi.withHandle(db -> {
            Optional<Account> found = db.createQuery(FIND)
                    .bind("hash", token.hash())
                    .bind("idle", length.idle().toSeconds())
                    .map((row, ctx) -> AccountStore.account(row))
                    .findOne();
            if (found.isPresent()) {
                db.createUpdate(SEEN).bind("hash", token.hash()).execute();
            }
            return found;
        });
    }

    /** Latest first. */
    List<Session> list(AccountId account, Token current) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("account", account.value())
                .bind("hash", current.hash())
                .bind("idle", length.idle().toSeconds())
                .map((row, ctx) -> new Session(
                        row.getString("name"),
                        row.getString("device"),
                        Moment.of(row, "begun"),
                        Moment.of(row, "seen"),
                        row.getBoolean("is_this")))
                .list());
    }

    void end(Token token) {
        jdbi.useHandle(db -> db.createUpdate(END).bind("hash", token.hash()).execute());
    }

    /** @param name see {@link Session#name()}; one that is not the account's own is left alone */
    void end(AccountId account, String name) {
        jdbi.useHandle(db -> db.createUpdate(END_NAMED)
                .bind("account", account.value())
                .bind("name", name)
                .execute());
    }

    /** All but that one. */
    void endOthers(AccountId account, Token current) {
        jdbi.useHandle(db -> db.createUpdate(END_OTHERS)
                .bind("account", account.value())
                .bind("hash", current.hash())
                .execute());
    }

    void endAll(AccountId account) {
        jdbi.useHandle(
                db -> db.createUpdate(END_ALL).bind("account", account.value()).execute());
    }
}
