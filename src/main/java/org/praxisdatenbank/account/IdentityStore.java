package org.praxisdatenbank.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.db.Moment;

/** Which account is whose by an identity provider, in the database; safe for use by any thread. */
final class IdentityStore {
    private static final String FIND = AccountStore.SELECT
            + """
              JOIN identity ON identity.account = account.id
             WHERE identity.issuer = :issuer
               AND identity.subject = :subject
            """;
    private static final String OF =
            """
            SELECT issuer, subject, linked
              FROM identity
             WHERE account = :account
             ORDER BY linked, issuer
            """;
    private static final String LINK =
            """
            INSERT INTO identity (issuer, subject, account)
            VALUES (:issuer, :subject, :account)
            ON CONFLICT DO NOTHING
            """;
    private static final String CUT =
            """
            DELETE FROM identity WHERE account = :account AND issuer = :issuer
            """;
    private static final String AWAIT =
            """
            INSERT INTO awaited_code (hash, account, issuer, subject, ends)
            VALUES (:hash, :account, :issuer, :subject, now() + :seconds * interval '1 second')
            """;
    private static final String AWAITED =
            """
            SELECT account, issuer, subject
              FROM awaited_code
             WHERE hash = :hash
               AND ends > now()
            """;
    private static final String ARRIVED = """
            DELETE FROM awaited_code WHERE hash = :hash
            """;
    private static final String SWEEP = """
            DELETE FROM awaited_code WHERE ends <= now()
            """;

    private final Jdbi jdbi;

    IdentityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An identity that is kept with an account, and since when. */
    record Linked(Identity identity, Instant since) {}

    /** Whose code is awaited, and who they are by the provider. */
    record Awaited(AccountId account, Identity identity) {}

    /** Whose it is, closed accounts too; empty: nobody's yet. */
    Optional<Account> find(Identity identity) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .map((row, ctx) -> AccountStore.account(row))
                .findOne());
    }

    /** Those of an account, oldest first. */
    List<Linked> of(AccountId account) {
        return jdbi.withHandle(db -> db.createQuery(OF)
                .bind("account", account.value())
                .map((row, ctx) -> new Linked(identity(row), Moment.of(row, "linked")))
                .list());
    }

    /** False: it is kept with an account already, or the account has another one of that issuer. */
    boolean link(AccountId account, Identity identity, Doer by) {
        return jdbi.inTransaction(db -> {
            boolean isNew = db.createUpdate(LINK)
                            .bind("issuer", identity.issuer())
                            .bind("subject", identity.subject())
                            .bind("account", account.value())
                            .execute()
                    > 0;
            if (isNew) {
                AuditStore.add(db, by, new Deed("account.identity_linked", account));
            }
            return isNew;
        });
    }

    /** False: there is none of that issuer. */
    boolean cut(AccountId account, String issuer, Doer by) {
        return jdbi.inTransaction(db -> {
            boolean isCut = db.createUpdate(CUT)
                            .bind("account", account.value())
                            .bind("issuer", issuer)
                            .execute()
                    > 0;
            if (isCut) {
                AuditStore.add(db, by, new Deed("account.identity_cut", account));
            }
            return isCut;
        });
    }

    /** What proves, together with a code, that somebody is back from the provider. */
    Token await(AccountId account, Identity identity, Duration valid) {
        Token token = Token.create();
        jdbi.useTransaction(db -> {
            db.createUpdate(SWEEP).execute();
            db.createUpdate(AWAIT)
                    .bind("hash", token.hash())
                    .bind("account", account.value())
                    .bind("issuer", identity.issuer())
                    .bind("subject", identity.subject())
                    .bind("seconds", valid.toSeconds())
                    .execute();
        });
        return token;
    }

    /** Whose code is awaited; empty: it is too late, or they have arrived. */
    Optional<Awaited> awaited(Token token) {
        return jdbi.withHandle(db -> db.createQuery(AWAITED)
                .bind("hash", token.hash())
                .map((row, ctx) -> new Awaited(new AccountId(row.getObject("account", UUID.class)), identity(row)))
                .findOne());
    }

    void arrived(Token token) {
        jdbi.useHandle(db -> db.createUpdate(ARRIVED).bind("hash", token.hash()).execute());
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString("issuer"), row.getString("subject"), null);
    }
}
