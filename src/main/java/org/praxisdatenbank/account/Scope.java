package org.praxisdatenbank.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which practices somebody works on.
 *
 * @param states ISO 3166-2 codes that an office reviews for; empty for other roles
 * @param provider name of the organisation whose practices a provider enters; null for other roles
 */
public record Scope(Set<String> states, @Nullable String provider) {
    public static final Scope ALL = new Scope(Set.of(), null);

    public Scope {
        states = Set.copyOf(states);
    }

    public static Scope ofStates(Set<String> states) {
        return new Scope(states, null);
    }

    public static Scope ofProvider(String provider) {
        return new Scope(Set.of(), provider);
    }
}
