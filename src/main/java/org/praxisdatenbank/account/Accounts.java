package org.praxisdatenbank.account;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.mail.Mail;
import org.praxisdatenbank.mail.Outbox;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Texts;

/** All that can be done with accounts, each thing in one place for pages and commands; safe for use by any thread. */
public final class Accounts {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final SessionStore sessions;
    private final PasswordLinkStore links;
    private final SecondFactorStore factors;
    private final IdentityStore identityStore;
    private final Identities identities;
    private final AuditStore audit;
    private final Passwords passwords = new Passwords();
    private final PasswordRule rule = new PasswordRule();
    private final SignIn signIn;
    private final Outbox outbox;
    private final Dependents dependents;
    private final Rules rules;
    /** Mails to choose a new password, so that nobody is flooded with them. */
    private final Attempts resets;

    private final Attempts presents;
    private final BoundedAudit bounded;

    /** @param dependents ended whenever somebody's password is replaced */
    public Accounts(PeopleStore store, Rules rules, Outbox outbox, Dependents dependents, InstantSource clock) {
        this.accounts = store.accounts();
        this.sessions = store.sessions();
        this.links = store.links();
        this.factors = store.factors();
        this.audit = store.audit();
        this.signIn = new SignIn(accounts, factors, passwords, clock);
        this.identityStore = store.identities();
        this.identities = new Identities(accounts, identityStore, signIn);
        this.outbox = outbox;
        this.dependents = dependents;
        this.rules = rules;
        this.resets = new Attempts(clock);
        this.presents = new Attempts(clock);
        this.bounded = new BoundedAudit(audit, clock);
    }

    /**
     * What the operator has set.
     *
     * @param isSecondFactorNeeded whether admins must have one
     * @param identityProvider what people call the server elsewhere by which they sign in, too; null: there is none
     */
    public record Rules(SessionLength sessions, boolean isSecondFactorNeeded, @Nullable String identityProvider) {
        public static final Rules DEFAULT = new Rules(SessionLength.DEFAULT, false, null);
    }

    /** What lets somebody in because their password once did, and is none of this package: access tokens. */
    public interface Dependents {
        /** Nothing of it lets anybody in from now on. */
        void endAll(Doer by, AccountId account);
    }

    public AccountStore store() {
        return accounts;
    }

    public AuditStore audit() {
        return audit;
    }

    /** The same for what anybody can cause. */
    public BoundedAudit boundedAudit() {
        return bounded;
    }

    /** Who is known by an identity provider. */
    public Identities identities() {
        return identities;
    }

    /** What people call the identity provider; null: there is none. */
    public @Nullable String identityProvider() {
        return rules.identityProvider();
    }

    SessionStore sessions() {
        return sessions;
    }

    SecondFactorStore factors() {
        return factors;
    }

    /** Knows who is signed in. */
    public Entrance entrance() {
        return new Entrance(sessions, rules.isSecondFactorNeeded());
    }

    SignIn.Outcome signIn(SignIn.Credentials credentials, @Nullable String visitor) {
        return signIn.attempt(credentials, visitor);
    }

    /** Whose link it is; empty: it no longer holds. */
    Optional<Account> linked(Token token) {
        return links.find(token);
    }

    /** The key of what is wrong with the password; empty: it holds from now on, and all sessions and tokens have ended. */
    Optional<String> choosePassword(Token link, Account account, String password, Doer by) {
        Optional<String> fault = fault(password, account.person());
        if (fault.isPresent()) {
            return fault;
        }
        if (!links.use(link)) {
            return Optional.of("account.link.used");
        }
        setPassword(account, password, by);
        return Optional.empty();
    }

    /**
     * The key of what is wrong with what somebody who is signed in has typed as their present password; empty: it is right.
     * As when signing in, whoever fails again and again must wait, longer each time.
     *
     * @param by for the audit log
     */
    public Optional<String> presentFault(Account account, String password, Doer by) {
        String key = account.id().toString();
        if (!presents.await(Map.of(key, SignIn.LONGEST_FOR_ACCOUNT)).isZero()) {
            bounded.add(by, new Deed("session.refused", key, "present later"));
            return Optional.of("account.password.present_later");
        }
        if (passwords.matches(password, accounts.password(account.id()).orElse(null))) {
            presents.succeeded(key);
            return Optional.empty();
        }
        presents.failed(key);
        bounded.add(by, new Deed("session.refused", key, "present"));
        return Optional.of("account.password.present_wrong");
    }

    /** The same for somebody who is signed in, without a link. */
    Optional<String> changePassword(Account account, String present, String password, Doer by) {
        Optional<String> fault = presentFault(account, present, by).or(() -> fault(password, account.person()));
        if (fault.isEmpty()) {
            setPassword(account, password, by);
        }
        return fault;
    }

    /** The key of what is wrong with a password for somebody; empty: it may be chosen. */
    public Optional<String> fault(String password, Person person) {
        return rule.fault(password, person);
    }

    /** The key of what is wrong; empty: it holds. For commands. */
    public Optional<String> setPassword(AccountId id, String password) {
        Account account = accounts.find(id).orElseThrow();
        Optional<String> fault = fault(password, account.person());
        if (fault.isEmpty()) {
            setPassword(account, password, Doer.COMMAND);
        }
        return fault;
    }

    private void setPassword(Account account, String password, Doer by) {
        accounts.setPassword(account.id(), passwords.hash(password));
        sessions.endAll(account.id());
        dependents.endAll(by, account.id());
    }

    /**
     * Adds somebody who has no password yet; empty: there is an account with that email address.
     *
     * @param entered without faults
     * @param by for the audit log
     */
    public Optional<AccountId> add(NewAccount entered, Doer by) {
        Role role = entered.knownRole();
        Optional<AccountId> added = accounts.add(entered.person(), role, entered.scope());
        added.ifPresent(id -> audit.add(by, new Deed("account.added", id.toString(), role.id())));
        return added;
    }

    /** The address, from the root, under which somebody chooses their first password, once. */
    public String invitation(AccountId id) {
        return SignInPages.CHOOSE + links.make(id, PasswordLinkStore.INVITATION).text();
    }

    /**
     * Sends somebody the link to their first password.
     *
     * @param publicUrl scheme, host and port before the link
     * @return the whole address where no mail reaches people, for whoever invites to pass it on
     */
    public Optional<String> invite(Account account, String publicUrl, Texts texts) {
        String address = publicUrl + invitation(account.id());
        outbox.send(new Mail(
                account.person().email(),
                texts.get("mail.invitation.subject"),
                texts.get("mail.invitation.text", account.person().name(), address)));
        return outbox.reachesPeople() ? Optional.empty() : Optional.of(address);
    }

    /** In the background, so that nobody can tell from the time it takes whether there is such an account. */
    void sendReset(String email, String publicUrl, Texts texts, Doer by) {
        String key = Person.normal(email);
        if (!resets.await(Map.of(key, LONGEST_PAUSE)).isZero()) {
            return;
        }
        resets.failed(key);
        Thread.ofVirtual().start(() -> {
            Optional<Account> found = accounts.find(email).filter(Account::isOpen);
            bounded.add(by, requested(found));
            found.ifPresent(account -> outbox.send(new Mail(
                    account.person().email(),
                    texts.get("mail.reset.subject"),
                    texts.get(
                            "mail.reset.text",
                            account.person().name(),
                            publicUrl
                                    + SignInPages.CHOOSE
                                    + links.make(account.id(), PasswordLinkStore.RESET)
                                            .text()))));
        });
    }

    private static Deed requested(Optional<Account> account) {
        return new Deed(
                "account.link_requested",
                account.map(found -> found.id().toString()).orElse(null),
                null);
    }

    /** The same once more, for somebody who has an account. */
    public Optional<String> inviteAgain(Account account, String publicUrl, Texts texts, Doer by) {
        audit.add(by, new Deed("account.invited", account.id()));
        return invite(account, publicUrl, texts);
    }

    /** All that is known of somebody with an account, as one object. */
    public void write(JsonGenerator json, Account account) throws IOException {
        write(json, account, Token.create());
    }

    /** @param current of the session that asks */
    void write(JsonGenerator json, Account account, Token current) throws IOException {
        AccountJson.write(
                json,
                account,
                identityStore.of(account.id()),
                sessions.list(account.id(), current),
                audit.of(account.id()));
    }

    /** Removes letters to an address that still lie here. */
    public void forgetLetters(String email) {
        outbox.forget(Person.normal(email));
    }

    /** The account of that id; raises {@link Problem.NotFound} where there is none. */
    public Account get(String id) {
        return AccountId.parse(id).flatMap(accounts::find).orElseThrow(() -> new Problem.NotFound("account", id)
                .raise());
    }

    /** Nobody shuts themselves out, and so there is always an admin left. */
    private static void keepAnAdmin(Account account, Doer by) {
        if (account.id().equals(by.account())) {
            throw new Problem.Forbidden("self").raise();
        }
    }

    /**
     * No code is asked for from now on; whoever is signed in is signed out. For whoever has lost their telephone: who they
     * are, the admin must make sure of before.
     *
     * @param by anybody but the account's holder
     */
    void removeFactor(Account account, Doer by) {
        keepAnAdmin(account, by);
        factors.remove(account.id());
        sessions.endAll(account.id());
        audit.add(by, new Deed("account.factor_removed", account.id()));
    }

    /**
     * Nobody can sign in with it from now on, and whoever is, is signed out; or they can again.
     *
     * @param by anybody but the account's holder
     */
    public void close(Account account, boolean isClosed, Doer by) {
        keepAnAdmin(account, by);
        accounts.close(account.id(), isClosed);
        if (isClosed) {
            sessions.endAll(account.id());
        }
        audit.add(by, new Deed(isClosed ? "account.closed" : "account.opened", account.id()));
    }

    /**
     * Removes the account and all that is known of its holder.
     *
     * @param by anybody but the account's holder
     */
    void erase(Account account, Doer by) {
        keepAnAdmin(account, by);
        accounts.erase(account.id());
        audit.add(by, new Deed("account.erased", account.id()));
    }
}
