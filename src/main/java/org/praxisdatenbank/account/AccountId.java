package org.praxisdatenbank.account;

import java.util.Optional;
import java.util.UUID;
import org.praxisdatenbank.web.Typed;

/** Names an account for ever; tells nothing of the person. */
public record AccountId(UUID value) {
    /** Empty: no account can have that id. */
    public static Optional<AccountId> parse(String text) {
        return Typed.uuid(text).map(AccountId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
