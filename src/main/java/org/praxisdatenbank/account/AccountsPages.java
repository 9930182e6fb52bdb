package org.praxisdatenbank.account;

import static org.praxisdatenbank.account.WorkPages.ADMINS;
import static org.praxisdatenbank.account.WorkPages.chosen;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountsPage.Choice;
import org.praxisdatenbank.account.AccountsPage.Typed;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Texts;

/** Accounts as admins keep them: inviting, closing, erasing. */
public final class AccountsPages implements Routes {
    private static final String PATH = "/verwaltung/konten";

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
        work.get(server, PATH, ADMINS, (request, who) -> show(request, who, Typed.NOTHING, null, List.of()));
        work.post(server, PATH, ADMINS, this::invite);
        work.post(server, PATH + "/{id}/einladen", ADMINS, this::inviteAgain);
        work.post(server, PATH + "/{id}/sperren", ADMINS, (request, who) -> close(request, who, true));
        work.post(server, PATH + "/{id}/oeffnen", ADMINS, (request, who) -> close(request, who, false));
        work.post(server, PATH + "/{id}/faktor", ADMINS, this::removeFactor);
        work.post(server, PATH + "/{id}/loeschen", ADMINS, this::erase);
    }

    private void show(Context request, SignedIn who, Typed typed, @Nullable String link, List<Fault> faults) {
        Locale language = PageKit.language(request);
        List<Choice> states = lists.states().stream()
                .map(state -> new Choice(state.term().id().value(), state.term().label(language)))
                .toList();
        AccountsPage page = new AccountsPage(
                work.frame(request, who, "accounts.title"), accounts.store().all(), typed, states, link, faults);
        if (faults.isEmpty()) {
            work.show(request, "account/accounts", page);
        } else {
            work.showFaults(request, "account/accounts", page);
        }
    }

    private void invite(Context request, SignedIn who) {
        Typed typed = new Typed(
                typed(request, "name"),
                typed(request, "email"),
                typed(request, "role"),
                new HashSet<>(chosen(request, "states")),
                typed(request, "provider"));
        List<Fault> faults = faults(typed, pages.texts(request));
        if (!faults.isEmpty()) {
            show(request, who, typed, null, faults);
            return;
        }
        Role role = Role.of(typed.role()).orElseThrow();
        Optional<AccountId> added =
                accounts.store().add(new Person(typed.name(), typed.email()), role, scope(role, typed));
        if (added.isEmpty()) {
            String text = pages.texts(request).get("account.email.taken");
            show(request, who, typed, null, List.of(new Fault("email", text)));
            return;
        }
        work.note(request, who, new Deed("account.added", added.get().toString(), role.id()));
        send(request, who, accounts.store().find(added.get()).orElseThrow());
    }

    private static Scope scope(Role role, Typed typed) {
        return switch (role) {
            case PROVIDER -> Scope.ofProvider(typed.provider());
            case OFFICE -> Scope.ofStates(typed.states());
            case EDITOR, ADMIN -> Scope.ALL;
        };
    }

    private List<Fault> faults(Typed typed, Texts texts) {
        List<Fault> faults = new ArrayList<>();
        Person person = new Person(typed.name(), typed.email());
        if (!person.hasName()) {
            faults.add(new Fault("name", texts.get("account.name.missing")));
        }
        if (!person.hasEmail()) {
            faults.add(new Fault("email", texts.get("account.email.wrong")));
        }
        Optional<Role> role = Role.of(typed.role());
        if (role.isEmpty()) {
            faults.add(new Fault("role", texts.get("account.role.missing")));
        }
        if (role.equals(Optional.of(Role.PROVIDER)) && typed.provider().isEmpty()) {
            faults.add(new Fault("provider", texts.get("account.provider.missing")));
        }
        if (role.equals(Optional.of(Role.OFFICE)) && !areStates(typed)) {
            faults.add(new Fault("states", texts.get("account.states.missing")));
        }
        return faults;
    }

    private boolean areStates(Typed typed) {
        List<String> known =
                lists.states().stream().map(state -> state.term().id().value()).toList();
        return !typed.states().isEmpty() && known.containsAll(typed.states());
    }

    private void inviteAgain(Context request, SignedIn who) {
        Account account = account(request);
        work.note(request, who, new Deed("account.invited", account.id()));
        send(request, who, account);
    }

    private void send(Context request, SignedIn who, Account account) {
        Optional<String> link = accounts.invite(account, pages.publicUrl(request), pages.texts(request));
        if (link.isEmpty()) {
            work.back(request, PATH, "invited");
            return;
        }
        show(request, who, Typed.NOTHING, link.get(), List.of());
    }

    private void close(Context request, SignedIn who, boolean isClosed) {
        Account account = account(request);
        keepAnAdmin(account, who);
        accounts.close(account.id(), isClosed);
        work.note(request, who, new Deed(isClosed ? "account.closed" : "account.opened", account.id()));
        work.back(request, PATH, isClosed ? "closed" : "opened");
    }

    /** For whoever has lost their telephone: who they are, the admin must make sure of before. */
    private void removeFactor(Context request, SignedIn who) {
        Account account = account(request);
        keepAnAdmin(account, who);
        accounts.removeFactor(account.id());
        work.note(request, who, new Deed("account.factor_removed", account.id()));
        work.back(request, PATH, "factor_removed");
    }

    private void erase(Context request, SignedIn who) {
        Account account = account(request);
        keepAnAdmin(account, who);
        accounts.store().erase(account.id());
        work.note(request, who, new Deed("account.erased", account.id()));
        work.back(request, PATH, "erased");
    }

    /** Nobody shuts themselves out, and so there is always an admin left. */
    private static void keepAnAdmin(Account account, SignedIn who) {
        if (account.id().equals(who.account().id())) {
            throw new Problem.Forbidden("self").raise();
        }
    }

    private Account account(Context request) {
        String id = request.pathParam("id");
        return AccountId.parse(id).flatMap(accounts.store()::find).orElseThrow(() -> new Problem.NotFound("account", id)
                .raise());
    }
}
