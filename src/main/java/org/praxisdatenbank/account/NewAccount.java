package org.praxisdatenbank.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What somebody enters to add an account, right or not: the one place for what it must be, for the page and the command.
 *
 * @param role see {@link Role#id()}
 * @param states counts for an office only
 * @param provider counts for a provider only; empty: none
 */
public record NewAccount(Person person, String role, Set<String> states, String provider) {
    static final NewAccount NOTHING = new NewAccount(new Person("", ""), Role.PROVIDER.id(), Set.of(), "");

    public NewAccount {
        states = Set.copyOf(states);
        provider = provider.strip();
    }

    /**
     * Fields that cannot be, each with the key of what is wrong; none: it can be added.
     *
     * @param known codes of all states
     */
    public Map<String, String> faults(Set<String> known) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!person.hasName()) {
            faults.put("name", "account.name.missing");
        }
        if (!person.hasEmail()) {
            faults.put("email", "account.email.wrong");
        }
        switch (Role.of(role).orElse(null)) {
            case null -> faults.put("role", "account.role.missing");
            case PROVIDER -> {
                if (provider.isEmpty()) {
                    faults.put("provider", "account.provider.missing");
                }
            }
            case OFFICE -> {
                if (states.isEmpty() || !known.containsAll(states)) {
                    faults.put("states", "account.states.missing");
                }
            }
            case EDITOR, ADMIN -> {}
        }
        return faults;
    }

    /** Raises an exception where the role is none. */
    Role knownRole() {
        return Role.of(role).orElseThrow();
    }

    Scope scope() {
        return switch (knownRole()) {
            case PROVIDER -> Scope.ofProvider(provider);
            case OFFICE -> Scope.ofStates(states);
            case EDITOR, ADMIN -> Scope.ALL;
        };
    }
}
