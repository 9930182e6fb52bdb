package org.praxisdatenbank.oidc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody who comes from the identity provider, or wants to go there, is not signed in or linked. */
enum Refusal {
    /** This browser has not set out, has been there already, or took too long. */
    BROWSER(403),
    /** They have given up there, or were not let in. */
    CANCELLED(401),
    /** What the provider says does not hold. */
    NOTHING(401),
    /** It does not answer. */
    AWAY(503),
    /** It has not verified the email address. */
    UNVERIFIED(403),
    /** Who they are is linked with another account, or the account with somebody else there. */
    TAKEN(409);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** Of the answer, where it is one to a visitor who is not signed in. */
    int status() {
        return status;
    }

    /** In addresses: {@code cancelled}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the text that says so and what to do; its argument is what people call the provider. */
    String key() {
        return "oidc.fault." + id();
    }

    /** Empty: there is no such reason. */
    static Optional<Refusal> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
