package org.praxisdatenbank.account;

/**
 * Who makes a request, proven by a session.
 *
 * @param token of the session
 */
public record SignedIn(Account account, Token token) {
    /** What a form must carry to show that it is from one of our pages, made for this very session. */
    public String formToken() {
        return token.derive("form");
    }

    public Role role() {
        return account.role();
    }
}
