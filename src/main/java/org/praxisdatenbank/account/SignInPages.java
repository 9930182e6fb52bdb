package org.praxisdatenbank.account;

import static org.praxisdatenbank.account.WorkPages.secret;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Texts;

/** Signing in and out, and choosing a password by a link. The only place that sets the cookie of a session. */
public final class SignInPages implements Routes {
    public static final String PATH = "/anmelden";
    private static final String FORGOTTEN = "/anmelden/vergessen";
    static final String CHOOSE = "/anmelden/passwort/";
    private static final String SIGN_OUT = "/abmelden";
    private static final String HOME = "/verwaltung";

    private final PageKit pages;
    private final Accounts accounts;

    public SignInPages(PageKit pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, PATH, request -> show(request, HttpStatus.OK, "", List.of()));
        PageKit.post(server, PATH, this::signIn);
        PageKit.post(server, SIGN_OUT, this::signOut);
        PageKit.get(server, FORGOTTEN, request -> showForgotten(request, "", false, List.of()));
        PageKit.post(server, FORGOTTEN, this::sendLink);
        PageKit.get(server, CHOOSE + "{token}", request -> showChoice(request, List.of()));
        PageKit.post(server, CHOOSE + "{token}", this::choose);
    }

    private void signIn(Context request) {
        String email = typed(request, "email");
        SignIn.Outcome outcome = accounts.signIn(
                new SignIn.Credentials(email, secret(request, "password"), typed(request, "code")),
                RequestFacts.visitor(request));
        switch (outcome) {
            case SignIn.Outcome.Known known -> letIn(request, known.account(), "password", typed(request, "weiter"));
            case SignIn.Outcome.Wrong wrong -> {
                noteRefused(request, known(email), "password");
                show(request, HttpStatus.UNAUTHORIZED, email, fault(request, "email", "signin.wrong"));
            }
            case SignIn.Outcome.Later later -> {
                long seconds = later.pause().toSeconds() + 1;
                request.header("Retry-After", String.valueOf(seconds));
                noteRefused(request, known(email), "password later");
                show(request, HttpStatus.TOO_MANY_REQUESTS, email, fault(request, "email", "signin.later", seconds));
            }
        }
    }

    /**
     * Begins a session of somebody who is who they say, and leads on. Another token for each time, and the one before ends:
     * who knew it knows nothing.
     *
     * @param proof what has proven it, for the audit log: {@code password}; that a code was asked for is added here
     * @param wanted see {@link #wanted}
     */
    public void letIn(Context request, Account account, String proof, String wanted) {
        endPresent(request);
        Token token = accounts.sessions().begin(account.id(), device(request));
        accounts.audit()
                .add(
                        new Doer(account.id(), RequestFacts.network(request)),
                        new Deed("session.begun", null, account.state().hasSecondFactor() ? proof + " code" : proof));
        setCookie(request, WorkPages.COOKIE, token.text(), "");
        PageKit.seeOther(request, wanted(wanted));
    }

    /**
     * Sets a cookie beside those that the answer sets already: for us alone, over encrypted lines only, and out of reach of
     * scripts.
     *
     * @param more further attributes, each behind a semicolon
     */
    public static void setCookie(Context request, String name, String value, String more) {
        request.res().addHeader("Set-Cookie", name + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax" + more);
    }

    /**
     * Where somebody is led who has signed in: only within this site, and only what is open to people, else a link here
     * could lead anywhere.
     *
     * @param asked German, from the root; what cannot be leads to the overview
     */
    public static String wanted(String asked) {
        return asked.matches("/(verwaltung|konto)([/?][\\w/?=&%.+-]*)?") ? asked : HOME;
    }

    /**
     * Writes into the audit log that somebody was not let in, see {@link BoundedAudit}.
     *
     * @param account whose they wanted to be; null: none is known
     * @param proof what they had, and what is wrong with it: {@code password}, {@code oidc unknown}
     */
    public void noteRefused(Context request, @Nullable AccountId account, String proof) {
        accounts.boundedAudit()
                .add(
                        stranger(request),
                        new Deed("session.refused", account == null ? null : account.toString(), proof));
    }

    /** Whose name was typed; null: nobody's, and then what was typed is kept nowhere. */
    private @Nullable AccountId known(String email) {
        return accounts.store().find(email).map(Account::id).orElse(null);
    }

    private static Doer stranger(Context request) {
        return new Doer(null, RequestFacts.network(request));
    }

    /** The form with what is wrong, for somebody who wanted to sign in by other means. */
    public void refuse(Context request, HttpStatus status, Fault fault) {
        show(request, status, "", List.of(fault));
    }

    private void signOut(Context request) {
        Optional.ofNullable(request.cookie(WorkPages.COOKIE))
                .flatMap(accounts.entrance()::whoIs)
                .ifPresent(who -> accounts.audit().add(WorkPages.doer(request, who), new Deed("session.left")));
        endPresent(request);
        setCookie(request, WorkPages.COOKIE, "", "; Max-Age=0");
        request.header("Clear-Site-Data", "\"cache\"");
        PageKit.seeOther(request, PATH + "?abgemeldet=ja");
    }

    private void endPresent(Context request) {
        Optional.ofNullable(request.cookie(WorkPages.COOKIE))
                .flatMap(Token::parse)
                .ifPresent(token -> accounts.sessions().end(token));
    }

    private void show(Context request, HttpStatus status, String email, List<Fault> faults) {
        @Nullable String asked = request.queryParam("weiter");
        Frame frame = frame(request, "signin", PATH);
        String wanted = asked == null ? typed(request, "weiter") : asked;
        show(
                request,
                status,
                "account/signIn",
                new SignInPage(frame, email, wanted, notice(request), accounts.identityProvider(), faults));
    }

    private static @Nullable String notice(Context request) {
        if (request.queryParam("abgemeldet") != null) {
            return "signin.signed_out";
        }
        return request.queryParam("gewaehlt") != null ? "signin.chosen" : null;
    }

    private void sendLink(Context request) {
        String email = typed(request, "email");
        if (!new Person("", email).hasEmail()) {
            showForgotten(request, email, false, fault(request, "email", "account.email.wrong"));
            return;
        }
        accounts.sendReset(email, pages.publicUrl(request), pages.texts(request), stranger(request));
        showForgotten(request, "", true, List.of());
    }

    private void showForgotten(Context request, String email, boolean isSent, List<Fault> faults) {
        Frame frame = frame(request, "forgotten", FORGOTTEN);
        show(request, status(faults), "account/forgotten", new ForgottenPage(frame, email, isSent, faults));
    }

    private void choose(Context request) {
        Optional<Token> token = Token.parse(request.pathParam("token"));
        Optional<Account> whose = token.flatMap(accounts::linked);
        if (token.isEmpty() || whose.isEmpty()) {
            showChoice(request, List.of());
            return;
        }
        Doer doer = new Doer(whose.get().id(), RequestFacts.network(request));
        Optional<String> fault = accounts.choosePassword(token.get(), whose.get(), secret(request, "password"), doer);
        if (fault.isPresent()) {
            showChoice(request, fault(request, "password", fault.get()));
            return;
        }
        accounts.audit()
                .add(doer, new Deed("account.password_chosen", whose.get().id()));
        PageKit.seeOther(request, PATH + "?gewaehlt=ja");
    }

    private void showChoice(Context request, List<Fault> faults) {
        Optional<Account> whose = Token.parse(request.pathParam("token")).flatMap(accounts::linked);
        Frame frame = frame(request, whose.isPresent() ? "choose" : "choose.late", PATH);
        String email = whose.map(account -> account.person().email()).orElse("");
        HttpStatus status = whose.isPresent() ? status(faults) : HttpStatus.NOT_FOUND;
        // the address is a secret; with no-referrer browsers would not even tell that the form is ours
        request.header("Referrer-Policy", "strict-origin");
        show(request, status, "account/choose", new ChoosePage(frame, email, PageKit.germanPath(request), faults));
    }

    private static HttpStatus status(List<Fault> faults) {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private Frame frame(Context request, String key, String path) {
        Texts texts = pages.texts(request);
        return pages.frame(
                request, new Frame.Head(texts.get(key + ".title"), texts.get(key + ".description"), path, false));
    }

    private void show(Context request, HttpStatus status, String template, Object page) {
        pages.show(request, status, template, page);
        request.header("Cache-Control", "no-store");
    }

    private List<Fault> fault(Context request, String field, String key, Object... arguments) {
        return List.of(new Fault(field, pages.texts(request).get(key, arguments)));
    }

    private static String device(Context request) {
        return Device.of(request.header("User-Agent"));
    }
}
