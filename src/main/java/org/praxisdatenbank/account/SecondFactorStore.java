package org.praxisdatenbank.account;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Secrets of the second factor in the database; safe for use by any thread. */
final class SecondFactorStore {
    private static final String SECRET =
            """
            SELECT totp_secret
              FROM account
             WHERE id = :id
               AND totp_secret IS NOT NULL
            """;
    private static final String SET =
            """
            UPDATE account SET totp_secret = :secret, totp_used = :used WHERE id = :id
            """;
    private static final String REMOVE =
            """
            UPDATE account SET totp_secret = NULL, totp_used = NULL WHERE id = :id
            """;
    /** In one statement: of two tries with the same code at the same time only one succeeds. */
    private static final String USE =
            """
            UPDATE account
               SET totp_used = :step
             WHERE id = :id
               AND (totp_used IS NULL OR totp_used < :step)
            """;

    private final Jdbi jdbi;

    SecondFactorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Empty: no code is asked for. */
    Optional<byte[]> secret(AccountId id) {
        return jdbi.withHandle(db -> db.createQuery(SECRET)
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne());
    }

    /** @param used the step whose code has just proven that the secret has arrived */
    void set(AccountId id, byte[] secret, long used) {
        jdbi.useHandle(db -> db.createUpdate(SET)
                .bind("id", id.value())
                .bind("secret", secret)
                .bind("used", used)
                .execute());
    }

    void remove(AccountId id) {
        jdbi.useHandle(db -> db.createUpdate(REMOVE).bind("id", id.value()).execute());
    }

    /** False: the code of that step, or of a later one, was used before. */
    boolean use(AccountId id, long step) {
        return jdbi.withHandle(db ->
                db.createUpdate(USE).bind("id", id.value()).bind("step", step).execute() > 0);
    }
}
