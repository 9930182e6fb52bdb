package org.praxisdatenbank.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.db.Moment;

/** Access tokens in the database; safe for use by any thread. */
public final class TokenStore {
    private static final String SELECT =
            """
            SELECT number, account, label, permissions, made, used, ends
              FROM access_token
            """;
    private static final String FIND = SELECT + " WHERE hash = :hash AND ends > now()";
    private static final String OF = SELECT + " WHERE account = :account ORDER BY number DESC";
    private static final String ALL = SELECT + " ORDER BY number DESC";
    private static final String INSERT =
            """
            INSERT INTO access_token (hash, account, label, permissions, ends)
            VALUES (:hash, :account, :label, :permissions, :ends)
            RETURNING number
            """;
    /** Once a day is enough to tell which ones nobody needs any more. */
    private static final String USED =
            """
            UPDATE access_token
               SET used = :today
             WHERE number = :number
               AND used IS DISTINCT FROM :today
            """;

    private static final String END =
            """
            DELETE FROM access_token
             WHERE number = :number
               AND (CAST(:account AS uuid) IS NULL OR account = :account)
            """;

    private static final String END_ALL =
            """
            DELETE FROM access_token WHERE account = :account AND ends > now() RETURNING number
            """;

    private final Jdbi jdbi;

    public TokenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Makes one; it is told only now.
     *
     * @param label 1 to 100 characters
     * @param permissions at least one
     * @param ends after now
     */
    Token add(Doer by, AccountId account, String label, Set<Permission> permissions, Instant ends) {
        Token token = Token.create();
        jdbi.useTransaction(db -> {
            long number = db.createQuery(INSERT)
                    .bind("hash", token.hash())
                    .bind("account", account.value())
                    .bind("label", label)
                    .bindArray("permissions", String.class, ids(permissions))
                    .bind("ends", ends.atOffset(ZoneOffset.UTC))
                    .mapTo(Long.class)
                    .one();
            AuditStore.add(db, by, new Deed("token.made", String.valueOf(number), String.join(" ", ids(permissions))));
        });
        return token;
    }

    private static List<String> ids(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::id).toList();
    }

    /** Empty: there is no such token, or it has ended. Whether its account is still open it does not tell. */
    Optional<AccessToken> find(Token token) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("hash", token.hash())
                .map((row, ctx) -> token(row))
                .findOne());
    }

    void used(long number, LocalDate today) {
        jdbi.useHandle(db -> db.createUpdate(USED)
                .bind("number", number)
                .bind("today", today)
                .execute());
    }

    /** Latest first, those that have ended too. */
    List<AccessToken> of(AccountId account) {
        return jdbi.withHandle(db -> db.createQuery(OF)
                .bind("account", account.value())
                .map((row, ctx) -> token(row))
                .list());
    }

    /** Everybody's, latest first. */
    public List<AccessToken> all() {
        return jdbi.withHandle(
                db -> db.createQuery(ALL).map((row, ctx) -> token(row)).list());
    }

    /** False: there is none of that number that is the account's own. */
    boolean end(Doer by, AccountId account, long number) {
        return end(by, number, Optional.of(account.value()));
    }

    /** The same for anybody's. */
    public boolean end(Doer by, long number) {
        return end(by, number, Optional.empty());
    }

    private boolean end(Doer by, long number, Optional<UUID> account) {
        return jdbi.inTransaction(db -> {
            int ended = db.createUpdate(END)
                    .bind("number", number)
                    .bind("account", account.orElse(null))
                    .execute();
            if (ended > 0) {
                AuditStore.add(db, by, new Deed("token.ended", number));
            }
            return ended > 0;
        });
    }

    /** Ends all of an account's that still hold. */
    public void endAll(Doer by, AccountId account) {
        jdbi.useTransaction(db -> db.createQuery(END_ALL)
                .bind("account", account.value())
                .mapTo(Long.class)
                .list()
                .forEach(number -> AuditStore.add(db, by, new Deed("token.ended", number))));
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getLong("number"),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("label"),
                Stream.of((String[]) row.getArray("permissions").getArray())
                        .flatMap(id -> Permission.of(id).stream())
                        .collect(Collectors.toSet()),
                Moment.of(row, "made"),
                row.getObject("used", LocalDate.class),
                Moment.of(row, "ends"));
    }
}
