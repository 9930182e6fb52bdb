package org.praxisdatenbank.oidc;

import static org.praxisdatenbank.account.WorkPages.secret;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.oidc.Visit.Goal;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;

/** Whether one's own account is linked with the identity provider; linking it, and cutting that. */
public final class IdentityPages implements Routes {
    static final String PATH = "/konto/anmeldedienst";

    /** Names in the query string why nothing was linked, see {@link Refusal}. */
    static final String FAULT = "fehler";

    private static final String PRESENT = "present";

    private final WorkPages work;
    private final Accounts accounts;
    private final OidcPages signIn;
    private final IdentityProvider provider;

    public IdentityPages(WorkPages work, Accounts accounts, OidcPages signIn, IdentityProvider provider) {
        this.work = work;
        this.accounts = accounts;
        this.signIn = signIn;
        this.provider = provider;
    }

    /**
     * The page.
     *
     * @param provider what people call it
     * @param linked since when; null: the account is not linked
     */
    public record IdentityPage(WorkFrame work, String provider, @Nullable Instant linked, List<Fault> faults) {
        public IdentityPage {
            faults = List.copyOf(faults);
        }

        public boolean hasPassword() {
            return work.who().account().state().hasPassword();
        }
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, WorkPages.ALL, (request, who) -> show(request, who, told(request, who)));
        work.post(server, PATH + "/verbinden", WorkPages.ALL, this::link);
        work.post(server, PATH + "/trennen", WorkPages.ALL, this::cut);
    }

    private void show(Context request, SignedIn who, List<Fault> faults) {
        IdentityPage page = new IdentityPage(
                work.frameAt(PATH, request, who, "oidc.own.title", provider.name()),
                provider.name(),
                accounts.identities()
                        .linkedSince(who.account().id(), provider.issuer())
                        .orElse(null),
                faults);
        work.show(request, "oidc/own", page, faults);
    }

    private List<Fault> told(Context request, SignedIn who) {
        @Nullable String id = request.queryParam(FAULT);
        return Refusal.of(id == null ? "" : id)
                .map(refusal -> fault(request, who, "dienst", refusal.key(), provider.name()))
                .orElse(List.of());
    }

    private List<Fault> fault(Context request, SignedIn who, String field, String key, Object... arguments) {
        WorkFrame frame = work.frameAt(PATH, request, who, "oidc.own.title", provider.name());
        return List.of(new Fault(field, frame.text(key, arguments)));
    }

    /** With the password: who finds an open session must not make themselves a way in for good. */
    private void link(Context request, SignedIn who) {
        Optional<String> wrong =
                accounts.presentFault(who.account(), secret(request, PRESENT), WorkPages.doer(request, who));
        if (wrong.isPresent()) {
            show(request, who, fault(request, who, PRESENT, wrong.get()));
            return;
        }
        signIn.setOut(request, Goal.LINK, who.formToken(), PATH);
    }

    /** With the password, which shows that there is another way in. */
    private void cut(Context request, SignedIn who) {
        Optional<String> wrong =
                accounts.presentFault(who.account(), secret(request, PRESENT), WorkPages.doer(request, who));
        if (wrong.isPresent()) {
            show(request, who, fault(request, who, PRESENT, wrong.get()));
            return;
        }
        accounts.identities().cut(who.account().id(), provider.issuer(), WorkPages.doer(request, who));
        work.back(request, PATH, "identity_cut");
    }
}
