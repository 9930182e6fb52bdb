package org.praxisdatenbank.account;

import static org.praxisdatenbank.account.WorkPages.ADMINS;
import static org.praxisdatenbank.account.WorkPages.chosen;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountsPage.Choice;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Texts;

/** Accounts as admins keep them: inviting, closing, erasing. */
public final class AccountsPages implements Routes {
    private static final String PATH = "/verwaltung/konten";
    private static final Map<String, String> TAKEN = Map.of("email", "account.email.taken");

    private final WorkPages work;
    private final PageKit pages;
    private final Accounts accounts;
    private final Vocabularies lists;

    public AccountsPages(WorkPages work, PageKit pages, Accounts accounts, Vocabularies lists) {
        this.work = work;
        this.pages = pages;
        this.accounts = accounts;
        this.lists = lists;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, (request, who) -> show(request, who, NewAccount.NOTHING, null, List.of()));
        work.post(server, PATH, ADMINS, this::invite);
        work.post(server, PATH + "/{id}/einladen", ADMINS, this::inviteAgain);
        work.post(server, PATH + "/{id}/sperren", ADMINS, (request, who) -> close(request, who, true));
        work.post(server, PATH + "/{id}/oeffnen", ADMINS, (request, who) -> close(request, who, false));
        work.post(server, PATH + "/{id}/faktor", ADMINS, this::removeFactor);
        work.post(server, PATH + "/{id}/loeschen", ADMINS, this::erase);
    }

    private void show(Context request, SignedIn who, NewAccount typed, @Nullable String link, List<Fault> faults) {
        Locale language = PageKit.language(request);
        List<Choice> states = lists.states().stream()
                .map(state -> new Choice(state.term().id().value(), state.term().label(language)))
                .toList();
        AccountsPage page = new AccountsPage(
                work.frame(request, who, "accounts.title"), accounts.store().all(), typed, states, link, faults);
        work.show(request, "account/accounts", page, faults);
    }

    private void invite(Context request, SignedIn who) {
        NewAccount entered = new NewAccount(
                new Person(typed(request, "name"), typed(request, "email")),
                typed(request, "role"),
                new HashSet<>(chosen(request, "states")),
                typed(request, "provider"));
        Map<String, String> faults = entered.faults(lists.stateCodes());
        Optional<AccountId> added =
                faults.isEmpty() ? accounts.add(entered, WorkPages.doer(request, who)) : Optional.empty();
        if (added.isEmpty()) {
            show(request, who, entered, null, texts(request, faults.isEmpty() ? TAKEN : faults));
            return;
        }
        Account account = accounts.store().find(added.get()).orElseThrow();
        told(request, who, accounts.invite(account, pages.publicUrl(request), pages.texts(request)));
    }

    private List<Fault> texts(Context request, Map<String, String> faults) {
        Texts texts = pages.texts(request);
        return faults.entrySet().stream()
                .map(fault -> new Fault(fault.getKey(), texts.get(fault.getValue())))
                .toList();
    }

    private void inviteAgain(Context request, SignedIn who) {
        Account account = account(request);
        told(
                request,
                who,
                accounts.inviteAgain(
                        account, pages.publicUrl(request), pages.texts(request), WorkPages.doer(request, who)));
    }

    /** @param link see {@link Accounts#invite} */
    private void told(Context request, SignedIn who, Optional<String> link) {
        if (link.isEmpty()) {
            work.back(request, PATH, "invited");
            return;
        }
        show(request, who, NewAccount.NOTHING, link.get(), List.of());
    }

    private void close(Context request, SignedIn who, boolean isClosed) {
        accounts.close(account(request), isClosed, WorkPages.doer(request, who));
        work.back(request, PATH, isClosed ? "closed" : "opened");
    }

    private void removeFactor(Context request, SignedIn who) {
        accounts.removeFactor(account(request), WorkPages.doer(request, who));
        work.back(request, PATH, "factor_removed");
    }

    private void erase(Context request, SignedIn who) {
        accounts.erase(account(request), WorkPages.doer(request, who));
        work.back(request, PATH, "erased");
    }

    private Account account(Context request) {
        return accounts.get(request.pathParam("id"));
    }
}
