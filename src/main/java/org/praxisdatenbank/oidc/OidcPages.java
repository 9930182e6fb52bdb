package org.praxisdatenbank.oidc;

import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.Identities;
import org.praxisdatenbank.account.Identities.Arrival;
import org.praxisdatenbank.account.Identity;
import org.praxisdatenbank.account.SignIn;
import org.praxisdatenbank.account.SignInPages;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.oidc.IdentityProvider.Told;
import org.praxisdatenbank.oidc.Visit.Goal;
import org.praxisdatenbank.oidc.Visit.Proofs;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.RequestFacts;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Texts;

/**
 * To the identity provider, back from it, and the code of the second factor. Coming back is the one GET that changes
 * something, for OpenID Connect is made so; it does nothing but in the browser that set out, and once.
 */
public final class OidcPages implements Routes {
    static final String PATH = "/anmelden/dienst";

    /** Where the provider sends people back to, whatever their language: the one address that it must know. */
    static final String BACK = PATH + "/zurueck";

    private static final String CODE = PATH + "/code";
    private static final String COOKIE = "__Host-praxis-dienst";

    private final WorkPages work;
    private final PageKit pages;
    private final Accounts accounts;
    private final SignInPages signIn;
    private final IdentityProvider provider;

    public OidcPages(WorkPages work, PageKit pages, Accounts accounts, SignInPages signIn, IdentityProvider provider) {
        this.work = work;
        this.pages = pages;
        this.accounts = accounts;
        this.signIn = signIn;
        this.provider = provider;
    }

    /** Where somebody is led on, by a page: a form must not lead to another site by itself (Content-Security-Policy). */
    public record OnwardPage(Frame frame, String provider, String address) {}

    /** The code of the second factor. */
    public record CodePage(Frame frame, List<Fault> faults) {
        public CodePage {
            faults = List.copyOf(faults);
        }
    }

    /** Somebody whom the provider knows, and we do not. */
    public record UnknownPage(Frame frame, String provider) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.post(server, PATH, request -> setOut(request, Goal.SIGN_IN, "", typed(request, "weiter")));
        PageKit.get(server, BACK, this::comeBack);
        PageKit.get(server, CODE, request -> showCode(request, HttpStatus.OK, List.of()));
        PageKit.post(server, CODE, this::typeCode);
    }

    /**
     * Sends somebody to the provider. The cookie is set now, as they want to sign in, and never before.
     *
     * @param session see {@link Visit#proofs}
     * @param wanted where to go then
     */
    void setOut(Context request, Goal goal, String session, String wanted) {
        Visit visit = new Visit(
                Token.create(), goal, PageKit.language(request).equals(Locale.ENGLISH), SignInPages.wanted(wanted));
        Optional<URI> door = provider.door(visit.proofs(session), back(request));
        if (door.isEmpty()) {
            refuse(request, goal, Refusal.AWAY);
            return;
        }
        remember(request, visit);
        show(
                request,
                HttpStatus.OK,
                "oidc/onward",
                new OnwardPage(frame(request, "oidc.onward"), provider.name(), String.valueOf(door.get())));
    }

    private URI back(Context request) {
        return URI.create(pages.publicUrl(request) + BACK);
    }

    private static void remember(Context request, Visit visit) {
        SignInPages.setCookie(request, COOKIE, visit.cookie(), "; Max-Age=" + Identities.PATIENCE.toSeconds());
    }

    private void comeBack(Context request) {
        Optional<Visit> kept = Visit.parse(request.cookie(COOKIE));
        if (kept.filter(Visit::isEnglish).isPresent()
                && PageKit.language(request).equals(Locale.GERMAN)) {
            PageKit.seeOther(request, Locale.ENGLISH, BACK + "?" + request.queryString());
            return;
        }
        SignInPages.setCookie(request, COOKIE, "", "; Max-Age=0");
        Optional<SignedIn> who = work.whoIs(request);
        Goal goal = kept.map(Visit::goal).orElse(Goal.SIGN_IN);
        Optional<Proofs> proofs = kept.filter(visit -> visit.goal() != Goal.CODE)
                .map(visit -> visit.proofs(goal == Goal.LINK ? session(who) : ""))
                .filter(known -> isSame(known.state(), request.queryParam("state")));
        if (kept.isEmpty() || proofs.isEmpty() || !isFromProvider(request)) {
            refuse(request, goal, Refusal.BROWSER);
            return;
        }
        @Nullable String code = request.queryParam("code");
        if (code == null || code.isEmpty()) {
            refuse(request, goal, Refusal.CANCELLED);
            return;
        }
        switch (provider.identify(code, proofs.get(), back(request))) {
            case Told.Named named when goal == Goal.LINK -> link(request, who.orElseThrow(), named.identity());
            case Told.Named named -> arrive(request, kept.get(), named.identity());
            case Told.Nothing nothing -> refuse(request, goal, Refusal.NOTHING);
            case Told.Away away -> refuse(request, goal, Refusal.AWAY);
        }
    }

    private static String session(Optional<SignedIn> who) {
        return who.map(SignedIn::formToken).orElse("");
    }

    private static boolean isSame(String known, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it says who it is (RFC 9207). */
    private boolean isFromProvider(Context request) {
        @Nullable String issuer = request.queryParam("iss");
        return issuer == null || issuer.equals(provider.issuer());
    }

    private void arrive(Context request, Visit visit, Identity identity) {
        switch (accounts.identities().arrive(identity, RequestFacts.network(request))) {
            case Arrival.Known known -> signIn.letIn(request, known.account(), "oidc", visit.wanted());
            case Arrival.CodeAwaited awaited -> {
                remember(request, new Visit(awaited.token(), Goal.CODE, visit.isEnglish(), visit.wanted()));
                PageKit.seeOther(request, CODE);
            }
            case Arrival.Unverified unverified -> {
                signIn.noteRefused(request, null, "oidc unverified");
                refuse(request, Goal.SIGN_IN, Refusal.UNVERIFIED);
            }
            case Arrival.Unknown unknown -> {
                signIn.noteRefused(request, unknown.account(), "oidc unknown");
                show(
                        request,
                        HttpStatus.FORBIDDEN,
                        "oidc/unknown",
                        new UnknownPage(frame(request, "oidc.unknown"), provider.name()));
            }
        }
    }

    private void link(Context request, SignedIn who, Identity identity) {
        if (accounts.identities().link(who.account().id(), identity, WorkPages.doer(request, who))) {
            work.back(request, IdentityPages.PATH, "identity_linked");
            return;
        }
        refuse(request, Goal.LINK, Refusal.TAKEN);
    }

    private void showCode(Context request, HttpStatus status, List<Fault> faults) {
        if (awaited(request).isEmpty()) {
            refuse(request, Goal.SIGN_IN, Refusal.BROWSER);
            return;
        }
        show(request, status, "oidc/code", new CodePage(frame(request, "oidc.code"), faults));
    }

    private static Optional<Visit> awaiting(Context request) {
        return Visit.parse(request.cookie(COOKIE)).filter(visit -> visit.goal() == Goal.CODE);
    }

    private Optional<Account> awaited(Context request) {
        return awaiting(request).map(Visit::token).flatMap(accounts.identities()::awaited);
    }

    private void typeCode(Context request) {
        Optional<Visit> visit = awaiting(request);
        Optional<Account> account = awaited(request);
        if (visit.isEmpty() || account.isEmpty()) {
            refuse(request, Goal.SIGN_IN, Refusal.BROWSER);
            return;
        }
        SignIn.Outcome outcome = accounts.identities()
                .type(
                        visit.get().token(),
                        typed(request, "code"),
                        RequestFacts.visitor(request),
                        RequestFacts.network(request));
        switch (outcome) {
            case SignIn.Outcome.Known known -> {
                SignInPages.setCookie(request, COOKIE, "", "; Max-Age=0");
                signIn.letIn(request, known.account(), "oidc", visit.get().wanted());
            }
            case SignIn.Outcome.Wrong wrong -> {
                signIn.noteRefused(request, account.get().id(), "oidc code");
                showCode(request, HttpStatus.UNAUTHORIZED, fault(request, "code", "oidc.code.wrong"));
            }
            case SignIn.Outcome.Later later -> {
                signIn.noteRefused(request, account.get().id(), "oidc later");
                long seconds = later.pause().toSeconds() + 1;
                request.header("Retry-After", String.valueOf(seconds));
                showCode(request, HttpStatus.TOO_MANY_REQUESTS, fault(request, "code", "signin.later", seconds));
            }
        }
    }

    private void refuse(Context request, Goal goal, Refusal refusal) {
        if (goal == Goal.LINK) {
            PageKit.seeOther(request, IdentityPages.PATH + "?" + IdentityPages.FAULT + "=" + refusal.id());
            return;
        }
        Texts texts = pages.texts(request);
        signIn.refuse(
                request,
                HttpStatus.forStatus(refusal.status()),
                new Fault("dienst", texts.get(refusal.key(), provider.name())));
    }

    private List<Fault> fault(Context request, String field, String key, Object... arguments) {
        return List.of(new Fault(field, pages.texts(request).get(key, arguments)));
    }

    private Frame frame(Context request, String key) {
        Texts texts = pages.texts(request);
        return pages.frame(
                request,
                new Frame.Head(
                        texts.get(key + ".title", provider.name()),
                        texts.get(key + ".description", provider.name()),
                        SignInPages.PATH,
                        false));
    }

    private void show(Context request, HttpStatus status, String template, Object page) {
        pages.show(request, status, template, page);
        request.header("Cache-Control", "no-store");
    }
}
