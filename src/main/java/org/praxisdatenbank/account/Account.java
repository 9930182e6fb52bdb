package org.praxisdatenbank.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in, or might once. */
public record Account(AccountId id, Person person, Role role, Scope scope, State state) {

    /**
     * How the account stands.
     *
     * @param hasPassword false: invited, none chosen yet
     * @param hasSecondFactor whether a code is asked for
     * @param signedIn when last; null: never
     * @param closed since when nobody can sign in with it; null: open
     */
    public record State(
            boolean hasPassword, boolean hasSecondFactor, @Nullable Instant signedIn, @Nullable Instant closed) {}

    public boolean isOpen() {
        return state.closed() == null;
    }
}
