package org.praxisdatenbank.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;

/** Accounts in the database; safe for use by any thread. */
public final class AccountStore {
    static final String SELECT =
            """
            SELECT account.id, email, account.name, role, password IS NOT NULL AS has_password,
                   totp_secret IS NOT NULL AS has_second_factor, signed_in, closed, provider.name AS provider,
                   ARRAY(SELECT state FROM account_state WHERE account = account.id ORDER BY state) AS states
              FROM account
              LEFT JOIN provider ON provider.id = account.provider_id
            """;
    private static final String ALL = SELECT + " ORDER BY closed IS NOT NULL, account.name, account.id";
    private static final String FIND = SELECT + " WHERE account.id = :id";
    private static final String FIND_BY_EMAIL = SELECT + " WHERE email = :email";
    private static final String PASSWORD =
            """
            SELECT password
              FROM account
             WHERE id = :id
            """;
    private static final String PROVIDER =
            """
            WITH added AS (
                INSERT INTO provider (name) VALUES (:provider) ON CONFLICT (name) DO NOTHING RETURNING id)
            SELECT id FROM added UNION ALL SELECT id FROM provider WHERE name = :provider
            """;
    private static final String INSERT =
            """
            INSERT INTO account (email, name, role, provider_id)
            VALUES (:email, :name, :role, :provider)
            ON CONFLICT (email) DO NOTHING
            RETURNING id
            """;
    private static final String UPDATE =
            """
            UPDATE account
               SET name = :name, role = :role, provider_id = :provider
             WHERE id = :id
            """;
    private static final String FORGET_STATES =
            """
            DELETE FROM account_state WHERE account = :id
            """;
    private static final String ADD_STATE =
            """
            INSERT INTO account_state (account, state) VALUES (:id, :state)
            """;
    private static final String SET_PASSWORD =
            """
            UPDATE account SET password = :password WHERE id = :id
            """;
    private static final String SIGNED_IN =
            """
            UPDATE account SET signed_in = now() WHERE id = :id
            """;
    private static final String CLOSE =
            """
            UPDATE account SET closed = CASE WHEN :closed THEN coalesce(closed, now()) END WHERE id = :id
            """;
    private static final String ERASE = """
            DELETE FROM account WHERE id = :id
            """;

    private final Jdbi jdbi;

    public AccountStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Open ones first, by name. */
    public List<Account> all() {
        return jdbi.withHandle(
                db -> db.createQuery(ALL).map((row, ctx) -> account(row)).list());
    }

    public Optional<Account> find(AccountId id) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("id", id.value())
                .map((row, ctx) -> account(row))
                .findOne());
    }

    /** @param email in any case */
    public Optional<Account> find(String email) {
        return jdbi.withHandle(db -> db.createQuery(FIND_BY_EMAIL)
                .bind("email", Person.normal(email))
                .map((row, ctx) -> account(row))
                .findOne());
    }

    /** The hash; empty: none chosen yet. */
    Optional<String> password(AccountId id) {
        return jdbi.withHandle(db -> db.createQuery(PASSWORD)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
    }

    /** Adds somebody who has no password yet; empty: there is an account with that email address. */
    public Optional<AccountId> add(Person person, Role role, Scope scope) {
        return jdbi.inTransaction(db -> {
            Optional<AccountId> added = db.createQuery(INSERT)
                    .bind("email", person.email())
                    .bind("name", person.name())
                    .bind("role", role.id())
                    .bind("provider", provider(db, scope.provider()))
                    .mapTo(UUID.class)
                    .findOne()
                    .map(AccountId::new);
            added.ifPresent(id -> writeStates(db, id, scope.states()));
            return added;
        });
    }

    /** Changes name, role and scope; the email address stays. */
    void change(AccountId id, String name, Role role, Scope scope) {
        jdbi.useTransaction(db -> {
            db.createUpdate(UPDATE)
                    .bind("id", id.value())
                    .bind("name", name)
                    .bind("role", role.id())
                    .bind("provider", provider(db, scope.provider()))
                    .execute();
            db.createUpdate(FORGET_STATES).bind("id", id.value()).execute();
            writeStates(db, id, scope.states());
        });
    }

    private static @Nullable Long provider(Handle db, @Nullable String name) {
        return name == null
                ? null
                : db.createQuery(PROVIDER)
                        .bind("provider", name)
                        .mapTo(Long.class)
                        .one();
    }

    private static void writeStates(Handle db, AccountId id, Set<String> states) {
        states.forEach(state -> db.createUpdate(ADD_STATE)
                .bind("id", id.value())
                .bind("state", state)
                .execute());
    }

    void setPassword(AccountId id, String hash) {
        jdbi.useHandle(db -> db.createUpdate(SET_PASSWORD)
                .bind("id", id.value())
                .bind("password", hash)
                .execute());
    }

    void signedIn(AccountId id) {
        jdbi.useHandle(db -> db.createUpdate(SIGNED_IN).bind("id", id.value()).execute());
    }

    /** Nobody can sign in with it from now on, or again. */
    void close(AccountId id, boolean isClosed) {
        jdbi.useHandle(db -> db.createUpdate(CLOSE)
                .bind("id", id.value())
                .bind("closed", isClosed)
                .execute());
    }

    /** Removes all that tells who it was; what was done with it stays, under its id. */
    public void erase(AccountId id) {
        jdbi.useHandle(db -> erase(db, id));
    }

    /** The same together with whatever else the transaction does. */
    public static void erase(Handle transaction, AccountId id) {
        transaction.createUpdate(ERASE).bind("id", id.value()).execute();
    }

    static Account account(ResultSet row) throws SQLException {
        Role role = Role.of(row.getString("role")).orElseThrow();
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new Person(row.getString("name"), row.getString("email")),
                role,
                new Scope(Set.of((String[]) row.getArray("states").getArray()), row.getString("provider")),
                new Account.State(
                        row.getBoolean("has_password"),
                        row.getBoolean("has_second_factor"),
                        Moment.ofNullable(row, "signed_in"),
                        Moment.ofNullable(row, "closed")));
    }
}
