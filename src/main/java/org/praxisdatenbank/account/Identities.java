package org.praxisdatenbank.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Doer;

/**
 * Whose account it is when an identity provider says who somebody is. It never makes an account: the first time the
 * verified email address must be that of an open one, and from then on issuer and subject alone count. Safe for use by any
 * thread.
 */
public final class Identities {
    /** How long a code may be typed after somebody has come back. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AccountStore accounts;
    private final IdentityStore identities;
    private final SignIn signIn;

    Identities(AccountStore accounts, IdentityStore identities, SignIn signIn) {
        this.accounts = accounts;
        this.identities = identities;
        this.signIn = signIn;
    }

    /** What comes of it. */
    public sealed interface Arrival {
        /** They are signed in by that. */
        record Known(Account account) implements Arrival {}

        /** @param token proves that they have come back; what is missing is the code of their second factor */
        record CodeAwaited(Token token) implements Arrival {}

        /** The provider has not verified their email address, and they are not known by anything else. */
        record Unverified() implements Arrival {}

        /** @param account is closed, or is linked with somebody else; null: there is none */
        record Unknown(@Nullable AccountId account) implements Arrival {}
    }

    /** @param origin the network they come from */
    public Arrival arrive(Identity identity, String origin) {
        Optional<Account> linked = identities.find(identity);
        if (linked.isEmpty() && identity.email() == null) {
            return new Arrival.Unverified();
        }
        Optional<Account> account =
                linked.or(() -> Optional.ofNullable(identity.email()).flatMap(accounts::find));
        @Nullable AccountId id = account.map(Account::id).orElse(null);
        Optional<Account> open =
                account.filter(Account::isOpen).filter(found -> linked.isPresent() || !isLinked(found, identity));
        if (open.isPresent() && open.get().state().hasSecondFactor()) {
            return new Arrival.CodeAwaited(identities.await(open.get().id(), identity, PATIENCE));
        }
        Optional<Account> known = open.filter(found -> isTheirs(found, identity, origin));
        known.ifPresent(found -> accounts.signedIn(found.id()));
        return known.<Arrival>map(Arrival.Known::new).orElseGet(() -> new Arrival.Unknown(id));
    }

    private boolean isLinked(Account account, Identity identity) {
        return linkedSince(account.id(), identity.issuer()).isPresent();
    }

    /** Keeps who they are; false: somebody else has been quicker. */
    private boolean isTheirs(Account account, Identity identity, String origin) {
        identities.link(account.id(), identity, new Doer(account.id(), origin));
        return identities
                .find(identity)
                .filter(found -> found.id().equals(account.id()))
                .isPresent();
    }

    /** Whose code is awaited; empty: it is too late. */
    public Optional<Account> awaited(Token token) {
        return identities.awaited(token).flatMap(this::open);
    }

    private Optional<Account> open(IdentityStore.Awaited awaited) {
        return accounts.find(awaited.account()).filter(Account::isOpen);
    }

    /**
     * Whether the code is right; whoever fails again and again must wait, as with a password.
     *
     * @param visitor see {@link SignIn#attempt}
     */
    public SignIn.Outcome type(Token token, String code, @Nullable String visitor, String origin) {
        Optional<IdentityStore.Awaited> awaited = identities.awaited(token);
        Optional<Account> account = awaited.flatMap(this::open);
        if (account.isEmpty()) {
            return new SignIn.Outcome.Wrong();
        }
        SignIn.Outcome outcome = signIn.attemptCode(account.get(), code, visitor);
        if (!(outcome instanceof SignIn.Outcome.Known)) {
            return outcome;
        }
        identities.arrived(token);
        return isTheirs(account.get(), awaited.get().identity(), origin) ? outcome : new SignIn.Outcome.Wrong();
    }

    /** Since when somebody is known by that provider; empty: they are not. */
    public Optional<Instant> linkedSince(AccountId account, String issuer) {
        return identities.of(account).stream()
                .filter(linked -> linked.identity().issuer().equals(issuer))
                .map(IdentityStore.Linked::since)
                .findFirst();
    }

    /** False: it is somebody else's already, or they are known by another one of that provider. */
    public boolean link(AccountId account, Identity identity, Doer by) {
        return identities.link(account, identity, by);
    }

    /** From now on the provider opens the account no more, unless it is linked again. */
    public void cut(AccountId account, String issuer, Doer by) {
        identities.cut(account, issuer, by);
    }
}
