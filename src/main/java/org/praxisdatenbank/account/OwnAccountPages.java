package org.praxisdatenbank.account;

import static org.praxisdatenbank.account.WorkPages.secret;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** One's own account: password, second factor, sessions, and what is known of oneself. */
public final class OwnAccountPages implements Routes {
    private static final String PATH = WorkPages.OWN_ACCOUNT;
    private static final String FACTOR = PATH + "/zweiter-faktor";

    private final WorkPages work;
    private final PageKit pages;
    private final Accounts accounts;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final InstantSource clock;

    public OwnAccountPages(WorkPages work, PageKit pages, Accounts accounts, InstantSource clock) {
        this.work = work;
        this.pages = pages;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, WorkPages.ALL, (request, who) -> show(request, who, List.of()));
        work.post(server, PATH + "/passwort", WorkPages.ALL, this::changePassword);
        work.post(server, PATH + "/sitzungen", WorkPages.ALL, this::endSessions);
        work.get(server, PATH + "/daten.json", WorkPages.ALL, this::showData);
        work.get(
                server,
                FACTOR,
                WorkPages.ALL,
                (request, who) -> showFactor(request, who, OneTimeCodes.newSecret(), List.of()));
        work.post(server, FACTOR, WorkPages.ALL, this::setFactor);
        work.post(server, FACTOR + "/entfernen", WorkPages.ALL, this::removeFactor);
    }

    private void show(Context request, SignedIn who, List<Fault> faults) {
        OwnAccountPage page = new OwnAccountPage(
                work.frame(request, who, "own.title"),
                accounts.sessions().list(who.account().id(), who.token()),
                accounts.identityProvider(),
                faults);
        work.show(request, "account/own", page, faults);
    }

    private void changePassword(Context request, SignedIn who) {
        accounts.changePassword(
                        who.account(),
                        secret(request, "present"),
                        secret(request, "password"),
                        WorkPages.doer(request, who))
                .ifPresentOrElse(
                        key -> show(
                                request, who, fault(request, key.contains(".present_") ? "present" : "password", key)),
                        () -> {
                            work.note(
                                    request,
                                    who,
                                    new Deed(
                                            "account.password_chosen",
                                            who.account().id()));
                            PageKit.seeOther(request, SignInPages.PATH + "?gewaehlt=ja");
                        });
    }

    private void endSessions(Context request, SignedIn who) {
        accounts.sessions().end(who.account().id(), typed(request, "sitzung"));
        work.note(request, who, new Deed("session.ended", who.account().id()));
        work.back(request, PATH, "session_ended");
    }

    private void showFactor(Context request, SignedIn who, byte[] secret, List<Fault> faults) {
        String address = OneTimeCodes.address(
                secret,
                pages.texts(request).get("frame.brand"),
                who.account().person().email());
        SecondFactorPage page = new SecondFactorPage(
                work.frame(request, who, "factor.title"),
                Base64.getEncoder().encodeToString(secret),
                OneTimeCodes.text(secret).replaceAll("(.{4})(?=.)", "$1 "),
                QrCode.of(address),
                faults);
        work.show(request, "account/secondFactor", page, faults);
    }

    private void setFactor(Context request, SignedIn who) {
        byte[] secret = sentSecret(request);
        Optional<String> wrong =
                accounts.presentFault(who.account(), secret(request, "present_factor"), WorkPages.doer(request, who));
        if (wrong.isPresent()) {
            showFactor(request, who, secret, fault(request, "present_factor", wrong.get()));
            return;
        }
        OptionalLong step = codes.step(secret, typed(request, "code"), clock.instant());
        if (step.isEmpty()) {
            showFactor(request, who, secret, fault(request, "code", "factor.wrong"));
            return;
        }
        accounts.factors().set(who.account().id(), secret, step.getAsLong());
        accounts.sessions().endOthers(who.account().id(), who.token());
        work.note(request, who, new Deed("account.factor_set", who.account().id()));
        work.back(request, PATH, "factor_set");
    }

    /** That of the page, which only somebody else's form would change. */
    private static byte[] sentSecret(Context request) {
        try {
            byte[] secret = Base64.getDecoder().decode(typed(request, "secret"));
            if (secret.length == OneTimeCodes.newSecret().length) {
                return secret;
            }
        } catch (IllegalArgumentException noBase64) {
            // told below
        }
        throw new Problem.Invalid("secret", "factor.again").raise();
    }

    private void removeFactor(Context request, SignedIn who) {
        Optional<String> wrong =
                accounts.presentFault(who.account(), secret(request, "present_factor"), WorkPages.doer(request, who));
        if (wrong.isPresent()) {
            show(request, who, fault(request, "present_factor", wrong.get()));
            return;
        }
        accounts.factors().remove(who.account().id());
        accounts.sessions().endOthers(who.account().id(), who.token());
        work.note(request, who, new Deed("account.factor_removed", who.account().id()));
        work.back(request, PATH, "factor_removed");
    }

    /** All that is known of oneself, for taking it along (Art. 15 and 20 GDPR). */
    private void showData(Context request, SignedIn who) {
        request.header("Content-Disposition", "attachment; filename=\"konto.json\"");
        Json.answer(request, json -> accounts.write(json, who.account(), who.token()));
        request.header("Cache-Control", "no-store");
    }

    private List<Fault> fault(Context request, String field, String key) {
        return List.of(new Fault(field, pages.texts(request).get(key)));
    }
}
