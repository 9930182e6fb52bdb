package org.praxisdatenbank.account;

import java.util.Optional;
import java.util.UUID;

/** Names an account for ever; tells nothing of the person. */
public record AccountId(UUID value) {
    /** Empty: no account can have that id. */
    public static Optional<AccountId> parse(String text) {
        try {
            return Optional.of(new AccountId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
