package org.praxisdatenbank.account;

import org.jdbi.v3.core.Jdbi;

/** All that the database holds of people, table by table; safe for use by any thread. */
public final class PeopleStore {
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasswordLinkStore links;
    private final SecondFactorStore factors;
    private final IdentityStore identities;
    private final AuditStore audit;

    public PeopleStore(Jdbi jdbi, SessionLength length) {
        this.accounts = new AccountStore(jdbi);
        this.sessions = new SessionStore(jdbi, length);
        this.links = new PasswordLinkStore(jdbi);
        this.factors = new SecondFactorStore(jdbi);
        this.identities = new IdentityStore(jdbi);
        this.audit = new AuditStore(jdbi);
    }

    AccountStore accounts() {
        return accounts;
    }

    SessionStore sessions() {
        return sessions;
    }

    PasswordLinkStore links() {
        return links;
    }

    SecondFactorStore factors() {
        return factors;
    }

    IdentityStore identities() {
        return identities;
    }

    AuditStore audit() {
        return audit;
    }
}
