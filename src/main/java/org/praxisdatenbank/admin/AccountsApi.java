package org.praxisdatenbank.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.NewAccount;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentJson;

/** Accounts for programs: listing, inviting, closing. Erasing one stays with people. */
public final class AccountsApi implements Routes {
    private static final String PATH = "/accounts";

    private final TokenApi api;
    private final PageKit pages;
    private final Accounts accounts;
    private final Vocabularies lists;

    public AccountsApi(TokenApi api, PageKit pages, Accounts accounts, Vocabularies lists) {
        this.api = api;
        this.pages = pages;
        this.accounts = accounts;
        this.lists = lists;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, PATH, Permission.ACCOUNTS, (request, who) -> list(request));
        api.post(server, PATH, Permission.ACCOUNTS, this::invite);
        api.post(server, PATH + "/{id}/invite", Permission.ACCOUNTS, this::inviteAgain);
        api.post(server, PATH + "/{id}/close", Permission.ACCOUNTS, (request, who) -> close(request, who, true));
        api.post(server, PATH + "/{id}/open", Permission.ACCOUNTS, (request, who) -> close(request, who, false));
    }

    private void list(Context request) {
        List<Account> all = accounts.store().all();
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("accounts");
            for (Account account : all) {
                write(json, account, null);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void invite(Context request, Holder who) {
        NewAccount entered = entered(request);
        entered.faults(lists.stateCodes()).forEach((field, key) -> {
            throw new Problem.Invalid(field, key).raise();
        });
        AccountId added = accounts.add(entered, TokenApi.doer(request, who))
                .orElseThrow(() -> new Problem.Invalid("email", "account.email.taken").raise());
        Optional<String> link = accounts.invite(
                accounts.store().find(added).orElseThrow(), pages.publicUrl(request), pages.texts(request));
        answer(request.status(HttpStatus.CREATED), added, link.orElse(null));
    }

    private static NewAccount entered(Context request) {
        SentJson body = SentJson.of(request);
        return new NewAccount(
                new Person(body.find("name").orElse(""), body.find("email").orElse("")),
                body.find("role").orElse(""),
                Set.copyOf(body.findAll("states")),
                body.find("provider").orElse(""));
    }

    private void inviteAgain(Context request, Holder who) {
        Account account = accounts.get(request.pathParam("id"));
        Optional<String> link = accounts.inviteAgain(
                account, pages.publicUrl(request), pages.texts(request), TokenApi.doer(request, who));
        answer(request, account.id(), link.orElse(null));
    }

    private void close(Context request, Holder who, boolean isClosed) {
        Account account = accounts.get(request.pathParam("id"));
        accounts.close(account, isClosed, TokenApi.doer(request, who));
        answer(request, account.id(), null);
    }

    /** @param link is told only where no mail reaches people; null: there is none to tell */
    private void answer(Context request, AccountId id, @Nullable String link) {
        Account account = accounts.store().find(id).orElseThrow();
        Json.answer(request, json -> write(json, account, link));
    }

    private static void write(JsonGenerator json, Account account, @Nullable String link) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", account.id().toString());
        json.writeStringField("name", account.person().name());
        json.writeStringField("email", account.person().email());
        json.writeStringField("role", account.role().id());
        json.writeStringField("provider", account.scope().provider());
        json.writeArrayFieldStart("states");
        for (String state : account.scope().states().stream().sorted().toList()) {
            json.writeString(state);
        }
        json.writeEndArray();
        json.writeBooleanField("open", account.isOpen());
        if (link != null) {
            json.writeStringField("link", link);
        }
        json.writeEndObject();
    }
}
