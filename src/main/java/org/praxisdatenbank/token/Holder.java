package org.praxisdatenbank.token;

import java.util.Set;
import org.praxisdatenbank.account.Account;

/**
 * Whose program makes a request, proven by a token.
 *
 * @param token its number
 * @param permissions those of the token that the account's role has today
 */
public record Holder(long token, Account account, Set<Permission> permissions) {
    public Holder {
        permissions = Set.copyOf(permissions);
    }
}
