package org.praxisdatenbank.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;

/**
 * A token as lists show it, without its secret, which nobody knows but its holder.
 *
 * @param number names it for ever, in the audit log too
 * @param label what its holder calls it
 * @param used the last day; null: never
 * @param ends from when on it is refused
 */
public record AccessToken(
        long number,
        AccountId account,
        String label,
        Set<Permission> permissions,
        Instant made,
        @Nullable LocalDate used,
        Instant ends) {
    public AccessToken {
        permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
    }
}
