package org.praxisdatenbank.account;

import org.jspecify.annotations.Nullable;

/**
 * Who an identity provider says somebody is. Personal data: never logged.
 *
 * @param issuer the address by which the provider calls itself
 * @param subject its own name for the person, which never becomes anybody else's
 * @param email that the provider has verified; null: it names none, or has not verified it
 */
public record Identity(String issuer, String subject, @Nullable String email) {
    private static final int ASCII = 128;

    /** An address that would only become somebody else's by lower case (the Kelvin sign, a dotted I) counts as none. */
    public Identity {
        email = email == null || isDeceiving(email) ? null : email;
    }

    private static boolean isDeceiving(String email) {
        return email.chars().anyMatch(sign -> sign >= ASCII && Character.toLowerCase(sign) < ASCII);
    }

    @Override
    public String toString() {
        return "an identity";
    }
}
