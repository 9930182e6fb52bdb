package org.praxisdatenbank.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who comes in by what their browser keeps; safe for use by any thread. */
public final class Entrance {
    private final SessionStore sessions;
    private final boolean isSecondFactorNeeded;

    /** @param isSecondFactorNeeded whether admins must have one */
    Entrance(SessionStore sessions, boolean isSecondFactorNeeded) {
        this.sessions = sessions;
        this.isSecondFactorNeeded = isSecondFactorNeeded;
    }

    /** @param cookie null: none was sent */
    Optional<SignedIn> whoIs(@Nullable String cookie) {
        return Optional.ofNullable(cookie).flatMap(Token::parse).flatMap(token -> sessions.find(token)
                .map(account -> new SignedIn(account, token)));
    }

    /** Whether they must set up their second factor before they do anything else. */
    boolean owesSecondFactor(SignedIn who) {
        return isSecondFactorNeeded
                && who.role() == Role.ADMIN
                && !who.account().state().hasSecondFactor();
    }
}
