package org.praxisdatenbank.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.mail.Mail;
import org.praxisdatenbank.mail.Outbox;
import org.praxisdatenbank.token.TokenStore;

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
        return new Accounts(
                new PeopleStore(jdbi, SessionLength.DEFAULT),
                Accounts.Rules.DEFAULT,
                NOWHERE,
                new TokenStore(jdbi)::endAll,
                clock);
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

    /** Adds one more editor, with the same password. */
    public static void add(Jdbi jdbi, String email) {
        invite(jdbi, email);
        Accounts accounts = accounts(jdbi, InstantSource.system());
        accounts.setPassword(accounts.store().find(email).orElseThrow().id(), PASSWORD);
    }

    /** Adds an editor who has not chosen a password yet. */
    public static void invite(Jdbi jdbi, String email) {
        new AccountStore(jdbi).add(new Person("Alex", email), Role.EDITOR, Scope.ALL);
    }

    public static boolean isKnown(Jdbi jdbi, String email) {
        return new AccountStore(jdbi).find(email).isPresent();
    }

    /** The secret of a second factor that somebody has set up now. */
    public static byte[] setSecondFactor(Jdbi jdbi, Role role) {
        byte[] secret = OneTimeCodes.newSecret();
        AccountId id = new AccountStore(jdbi).find(email(role)).orElseThrow().id();
        new SecondFactorStore(jdbi).set(id, secret, 0);
        return secret;
    }

    /** What the application on somebody's telephone shows. */
    public static String code(byte[] secret, Instant now) {
        return new OneTimeCodes().code(secret, now);
    }

    public static String email(Role role) {
        return role.id() + "@example.org";
    }
}
