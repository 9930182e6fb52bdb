package org.praxisdatenbank.oidc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Token;

/**
 * Somebody's way to the identity provider and back, as their browser keeps it: what comes back counts only in the browser
 * that went. What the provider sees of it is made from the token, which cannot be told from that; so the server keeps
 * nothing of people who never come back.
 *
 * @param token known to that browser alone
 * @param isEnglish whether it set out from an English page
 * @param wanted where to go then, German, from the root
 */
record Visit(Token token, Goal goal, boolean isEnglish, String wanted) {
    private static final int PARTS = 4;

    /** What somebody is on the way for. */
    enum Goal {
        /** Signing in. */
        SIGN_IN,
        /** Linking the account that they are signed in to. */
        LINK,
        /** They are back; the code of their second factor is missing. */
        CODE
    }

    /**
     * What goes to the provider and must come back.
     *
     * @param state comes back with the code
     * @param nonce comes back within the ID token
     * @param verifier is shown with the code: whoever has only that gets nothing for it (PKCE)
     */
    record Proofs(String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "proofs";
        }
    }

    /** @param session something of the session that the visit belongs to, for linking; empty: of none */
    Proofs proofs(String session) {
        String purpose = goal + " " + session + " ";
        return new Proofs(
                token.derive(purpose + "state"), token.derive(purpose + "nonce"), token.derive(purpose + "verifier"));
    }

    /** Signs that a cookie may have. */
    String cookie() {
        return String.join(".", token.text(), goal.name().toLowerCase(Locale.ROOT), isEnglish ? "en" : "de", wanted);
    }

    /** Empty: there is none, or somebody has made it up. */
    static Optional<Visit> parse(@Nullable String cookie) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        return Token.parse(parts[0]).flatMap(token -> Stream.of(Goal.values())
                .filter(goal -> goal.name().toLowerCase(Locale.ROOT).equals(parts[1]))
                .findFirst()
                .map(goal -> new Visit(token, goal, parts[2].equals("en"), parts[3])));
    }
}
