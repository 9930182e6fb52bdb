package org.praxisdatenbank.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Fault;

/**
 * All accounts, and the form for one more.
 *
 * @param typed what the form holds
 * @param states to choose from
 * @param link an address to be passed on to somebody; null: none
 */
public record AccountsPage(
        WorkFrame work,
        List<Account> accounts,
        NewAccount typed,
        List<Choice> states,
        @Nullable String link,
        List<Fault> faults) {
    public AccountsPage {
        accounts = List.copyOf(accounts);
        states = List.copyOf(states);
        faults = List.copyOf(faults);
    }

    /** A value with its label. */
    public record Choice(String id, String label) {}

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /** {@code Berlin, Bayern}; empty: it has none. */
    public String scope(Account account) {
        if (account.scope().provider() != null) {
            return account.scope().provider();
        }
        return String.join(
                ", ",
                states.stream()
                        .filter(state -> account.scope().states().contains(state.id()))
                        .map(Choice::label)
                        .toList());
    }
}
