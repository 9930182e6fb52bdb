package org.praxisdatenbank.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.AuditStore.Deed;
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
import org.praxisdatenbank.web.Typed;

/** Accounts for programs: listing, inviting, closing. Erasing one stays with people. */
public final class AccountsApi implements Routes {
    private static final String PATH = "/accounts";
    private static final ObjectMapper JSON = new ObjectMapper();

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
        send(request.status(HttpStatus.CREATED), accounts.store().find(added).orElseThrow());
    }

    private static NewAccount entered(Context request) {
        JsonNode body = body(request);
        Set<String> states = new HashSet<>();
        body.path("states").forEach(state -> states.add(state.asText()));
        return new NewAccount(
                new Person(text(body, "name"), text(body, "email")),
                text(body, "role"),
                states,
                text(body, "provider"));
    }

    private static JsonNode body(Context request) {
        try {
            JsonNode body = JSON.readTree(request.bodyAsBytes());
            if (body.isObject()) {
                return body;
            }
        } catch (IOException unreadable) {
            // told below
        }
        throw new Problem.Invalid("body", "problem.body").raise();
    }

    private static String text(JsonNode body, String field) {
        return Typed.clean(body.path(field).asText(""));
    }

    private void inviteAgain(Context request, Holder who) {
        Account account = account(request);
        accounts.audit().add(TokenApi.doer(request, who), new Deed("account.invited", account.id()));
        send(request, account);
    }

    /** The link is told only where no mail reaches people. */
    private void send(Context request, Account account) {
        Optional<String> link = accounts.invite(account, pages.publicUrl(request), pages.texts(request));
        answer(request, account.id(), link.orElse(null));
    }

    private void close(Context request, Holder who, boolean isClosed) {
        Account account = account(request);
        if (account.id().equals(who.account().id())) {
            throw new Problem.Forbidden("self").raise();
        }
        accounts.close(account.id(), isClosed);
        accounts.audit()
                .add(
                        TokenApi.doer(request, who),
                        new Deed(isClosed ? "account.closed" : "account.opened", account.id()));
        answer(request, account.id(), null);
    }

    private void answer(Context request, AccountId id, @Nullable String link) {
        Account account = accounts.store().find(id).orElseThrow();
        Json.answer(request, json -> write(json, account, link));
    }

    private Account account(Context request) {
        String id = request.pathParam("id");
        return AccountId.parse(id).flatMap(accounts.store()::find).orElseThrow(() -> new Problem.NotFound("account", id)
                .raise());
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
