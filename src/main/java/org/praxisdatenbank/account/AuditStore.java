package org.praxisdatenbank.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.web.Json;

/** What was done, by whom; only ever added to. Safe for use by any thread. */
public final class AuditStore {
    private static final String INSERT =
            """
            INSERT INTO audit_entry (account, token, action, subject, detail, origin)
            VALUES (CAST(:account AS uuid), CAST(:token AS bigint), :action, :subject, :detail, :origin)
            """;
    private static final String SELECT =
            """
            SELECT number, made, audit_entry.account, account.name, token, action, subject, detail, origin
              FROM audit_entry
              LEFT JOIN account ON account.id = audit_entry.account
            """;
    private static final String LATEST = SELECT + " WHERE number < :before ORDER BY number DESC LIMIT :most";
    private static final String OF = SELECT + " WHERE audit_entry.account = :account ORDER BY number DESC LIMIT 10000";
    private static final String ALL = SELECT + " ORDER BY number";
    private static final int FETCH_SIZE = 500;

    private final Jdbi jdbi;

    public AuditStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Something that was done.
     *
     * @param action {@code session.begun}: what to, and what happened
     * @param subject the id of what it was done to; null: nothing in particular
     * @param detail null: nothing to add; never a person's name or address
     */
    public record Deed(String action, @Nullable String subject, @Nullable String detail) {
        public Deed(String action) {
            this(action, null, null);
        }

        public Deed(String action, Object subject) {
            this(action, subject.toString(), null);
        }
    }

    /**
     * Who did it, from where.
     *
     * @param account null: nobody who is signed in
     * @param origin the network it came from, no single address; null: a command on the server
     * @param token number of the access token that a program did it with; null: it was done without
     */
    public record Doer(@Nullable AccountId account, @Nullable String origin, @Nullable Long token) {
        public Doer(@Nullable AccountId account, @Nullable String origin) {
            this(account, origin, null);
        }

        /** Somebody at the command line of the server. */
        public static final Doer COMMAND = new Doer(null, null);
    }

    /**
     * A line of the log.
     *
     * @param name what the account is called today; null: erased, or nobody
     */
    public record Entry(long number, Instant made, Doer doer, @Nullable String name, Deed deed) {
        /** One line of JSON, without the name. */
        public String json() {
            return new String(Json.bytes(json -> AccountJson.write(json, this)), StandardCharsets.UTF_8);
        }
    }

    public void add(Doer doer, Deed deed) {
        jdbi.useHandle(db -> add(db, doer, deed));
    }

    /** The same, only if the transaction is committed. */
    public static void add(Handle transaction, Doer doer, Deed deed) {
        @Nullable AccountId account = doer.account();
        transaction
                .createUpdate(INSERT)
                .bind("account", account == null ? null : account.value())
                .bind("token", doer.token())
                .bind("action", deed.action())
                .bind("subject", deed.subject())
                .bind("detail", deed.detail())
                .bind("origin", doer.origin())
                .execute();
    }

    /** Latest first; only what has a lower number than that. */
    public List<Entry> latest(long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(LATEST)
                .bind("before", before)
                .bind("most", most)
                .map((row, ctx) -> entry(row))
                .list());
    }

    /** What somebody did, latest first; at most 10,000 of it. */
    List<Entry> of(AccountId account) {
        return jdbi.withHandle(db -> db.createQuery(OF)
                .bind("account", account.value())
                .map((row, ctx) -> entry(row))
                .list());
    }

    /** Writes all, oldest first, a line of JSON each; closes nothing. */
    public void write(Writer lines) throws IOException {
        try {
            forEach(entry -> write(entry, lines));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static void write(Entry entry, Writer lines) {
        try {
            lines.write(entry.json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("writing the log", e);
        }
    }

    /** All, oldest first, one after the other from a cursor. */
    private void forEach(Consumer<Entry> use) {
        jdbi.useTransaction(db -> {
            try (Stream<Entry> all =
                    db.createQuery(ALL).setFetchSize(FETCH_SIZE).map((row, ctx) -> entry(row)).stream()) {
                all.forEach(use);
            }
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        @Nullable UUID account = row.getObject("account", UUID.class);
        return new Entry(
                row.getLong("number"),
                Moment.of(row, "made"),
                new Doer(
                        account == null ? null : new AccountId(account),
                        row.getString("origin"),
                        row.getObject("token", Long.class)),
                row.getString("name"),
                new Deed(row.getString("action"), row.getString("subject"), row.getString("detail")));
    }
}
