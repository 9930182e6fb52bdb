package org.praxisdatenbank.token;

import static org.praxisdatenbank.account.WorkPages.EDITORS;
import static org.praxisdatenbank.account.WorkPages.chosen;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.token.TokensPage.Entered;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** One's own access tokens: which there are, making one, ending one. */
public final class TokenPages implements Routes {
    private static final String PATH = "/verwaltung/zugangsschluessel";

    private final WorkPages work;
    private final Accounts accounts;
    private final TokenStore tokens;
    private final Clock clock;

    public TokenPages(WorkPages work, Accounts accounts, TokenStore tokens, Clock clock) {
        this.work = work;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, EDITORS, (request, who) -> show(request, who, Entered.NOTHING, null, List.of()));
        work.post(server, PATH, EDITORS, this::make);
        work.post(server, PATH + "/{number}/beenden", EDITORS, this::end);
    }

    private void show(Context request, SignedIn who, Entered entered, @Nullable String made, List<Fault> faults) {
        TokensPage page = new TokensPage(
                work.frameAt(PATH, request, who, "token.title"),
                tokens.of(who.account().id()),
                Permission.of(who.role()),
                clock.instant(),
                entered,
                made,
                faults);
        work.show(request, "token/tokens", page, faults);
    }

    private void make(Context request, SignedIn who) {
        Entered entered = new Entered(typed(request, "label"), permissions(request, who), typed(request, "days"));
        List<Fault> faults = faults(request, who, entered);
        if (!faults.isEmpty()) {
            show(request, who, entered, null, faults);
            return;
        }
        String made = TokenApi.MARK
                + tokens.add(
                                WorkPages.doer(request, who),
                                who.account().id(),
                                entered.label(),
                                entered.permissions(),
                                clock.instant().plus(Long.parseLong(entered.days()), ChronoUnit.DAYS))
                        .text();
        show(request, who, Entered.NOTHING, made, List.of());
    }

    private static Set<Permission> permissions(Context request, SignedIn who) {
        Set<Permission> chosen = new TreeSet<>();
        chosen(request, "permissions").forEach(id -> Permission.of(id).ifPresent(chosen::add));
        chosen.retainAll(Permission.of(who.role()));
        return chosen;
    }

    private List<Fault> faults(Context request, SignedIn who, Entered entered) {
        WorkFrame frame = work.frame(request, who, "token.title");
        List<Fault> faults = new ArrayList<>();
        if (entered.label().isEmpty() || Typed.length(entered.label()) > TokensPage.LABEL_LENGTH) {
            faults.add(new Fault("label", frame.text("token.fault.label", TokensPage.LABEL_LENGTH)));
        }
        if (entered.permissions().isEmpty()) {
            faults.add(new Fault("permissions", frame.text("token.fault.permissions")));
        }
        if (!TokensPage.DAYS.contains(entered.days())) {
            faults.add(new Fault("days", frame.text("token.fault.days")));
        }
        if (faults.isEmpty()) {
            accounts.presentFault(who.account(), WorkPages.secret(request, "present"), WorkPages.doer(request, who))
                    .ifPresent(key -> faults.add(new Fault("present", frame.text(key))));
        }
        return faults;
    }

    private void end(Context request, SignedIn who) {
        String asked = request.pathParam("number");
        long number = Typed.number(asked).orElse(0);
        if (!tokens.end(WorkPages.doer(request, who), who.account().id(), number)) {
            throw new Problem.NotFound("token", asked).raise();
        }
        work.back(request, PATH, "token_ended");
    }
}
