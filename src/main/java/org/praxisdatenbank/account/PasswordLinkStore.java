package org.praxisdatenbank.account;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Links with which somebody chooses a password, once; safe for use by any thread. */
final class PasswordLinkStore {
    /** An invitation may wait for somebody's return from holidays. */
    static final Duration INVITATION = Duration.ofDays(14);

    static final Duration RESET = Duration.ofHours(1);

    private static final String INSERT =
            """
            INSERT INTO password_link (hash, account, ends)
            VALUES (:hash, :account, now() + :seconds * interval '1 second')
            """;
    private static final String FIND = AccountStore.SELECT
            + """
              JOIN password_link ON password_link.account = account.id
             WHERE password_link.hash = :hash
               AND password_link.ends > now()
               AND account.closed IS NULL
            """;
    private static final String USE =
            """
            DELETE FROM password_link
             WHERE account = (SELECT account FROM password_link WHERE hash = :hash AND ends > now())
            """;
    private static final String SWEEP = """
            DELETE FROM password_link WHERE ends <= now()
            """;

    private final Jdbi jdbi;

    PasswordLinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Token make(AccountId account, Duration valid) {
        Token token = Token.create();
        jdbi.useTransaction(db -> {
            db.createUpdate(SWEEP).execute();
            db.createUpdate(INSERT)
                    .bind("hash", token.hash())
                    .bind("account", account.value())
                    .bind("seconds", valid.toSeconds())
                    .execute();
        });
        return token;
    }

    /** Whose it is; empty: used, too old, or never made. */
    Optional<Account> find(Token token) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("hash", token.hash())
                .map((row, ctx) -> AccountStore.account(row))
                .findOne());
    }

    /** Uses it up, and all others of that account; false: somebody was quicker, or it is too old. */
    boolean use(Token token) {
        return jdbi.withHandle(
                        db -> db.createUpdate(USE).bind("hash", token.hash()).execute())
                > 0;
    }
}
