package org.praxisdatenbank.account;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.mail.Mail;
import org.praxisdatenbank.mail.Outbox;

/** Accounts for tests: one of each role, all with the same password. */
public final class People {
    public static final String PASSWORD = "Regenschirm tanzt Mittwochs";
    private static final Outbox NOWHERE = new Outbox() {
        @Override
        public void send(Mail mail) {}

        @Override
        public boolean reachesPeople() {
            return false;
        }
    };

    private People() {}

    static Accounts accounts(Jdbi jdbi, InstantSource clock) {
        return new Accounts(new PeopleStore(jdbi, SessionLength.DEFAULT), Accounts.Rules.DEFAULT, NOWHERE, clock);
    }

    /** Adds somebody with that role, who signs in with {@link #email}. */
    public static AccountId add(Jdbi jdbi, Role role) {
        Scope scope =
                switch (role) {
                    case PROVIDER -> Scope.ofProvider("Schutzengel GmbH");
                    case OFFICE -> Scope.ofStates(Set.of("DE-BE", "DE-BB"));
                    case EDITOR, ADMIN -> Scope.ALL;
                };
        Accounts accounts = accounts(jdbi, InstantSource.system());
        AccountId id = accounts.store()
                .add(new Person("Kim " + role.id().toUpperCase(Locale.ROOT), email(role)), role, scope)
                .orElseThrow();
        if (accounts.setPassword(id, PASSWORD).isPresent()) {
            throw new IllegalStateException("the password must be allowed");
        }
        return id;
    }

    public static String email(Role role) {
        return role.id() + "@example.org";
    }
}
