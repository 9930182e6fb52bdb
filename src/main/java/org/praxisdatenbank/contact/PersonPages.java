package org.praxisdatenbank.contact;

import static org.praxisdatenbank.account.WorkPages.ADMINS;
import static org.praxisdatenbank.account.WorkPages.typed;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Account;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/**
 * All that is known of a person, found by the email address: to hand it out (Art. 15 GDPR) or to erase it (Art. 17). The
 * address only ever travels in a form, as addresses of pages get into logs.
 */
public final class PersonPages implements Routes {
    private static final String PATH = "/verwaltung/personen";

    private final WorkPages work;
    private final Accounts accounts;
    private final ContactStore contacts;
    private final PersonStore persons;

    public PersonPages(WorkPages work, Accounts accounts, ContactStore contacts, PersonStore persons) {
        this.work = work;
        this.accounts = accounts;
        this.contacts = contacts;
        this.persons = persons;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ADMINS, (request, who) -> show(request, who, null, List.of()));
        work.post(server, PATH, ADMINS, this::find);
        work.post(server, PATH + "/export", ADMINS, this::export);
        work.post(server, PATH + "/loeschen", ADMINS, this::erase);
    }

    /** What is known under an address. */
    private record Known(String email, Optional<Account> account, List<KeptContact> contacts) {}

    private Known known(Context request) {
        String email = Person.normal(typed(request, "email"));
        return new Known(email, accounts.store().find(email), contacts.of(email));
    }

    private void find(Context request, SignedIn who) {
        Known known = known(request);
        if (!new Person("", known.email()).hasEmail()) {
            String told = work.frameAt(PATH, request, who, "person.title").text("account.email.wrong");
            show(request, who, known, List.of(new Fault("email", told)));
            return;
        }
        show(request, who, known, List.of());
    }

    private void show(Context request, SignedIn who, @Nullable Known known, List<Fault> faults) {
        WorkFrame frame = work.frameAt(PATH, request, who, "person.title");
        @Nullable Found found = known == null || !faults.isEmpty() ? null : found(frame, known, who);
        work.show(
                request,
                "contact/person",
                new PersonPage(frame, known == null ? "" : known.email(), found, faults),
                faults);
    }

    private static Found found(WorkFrame frame, Known known, SignedIn who) {
        return new Found(
                known.account().map(account -> account.person().name()).orElse(null),
                known.account().filter(account -> isOneself(account, who)).isPresent(),
                known.contacts().stream()
                        .map(kept -> new Row(
                                PracticePages.path(kept.practice()),
                                kept.contact().person().name(),
                                kept.isShown(),
                                frame.frame().date(kept.expires())))
                        .toList());
    }

    private static boolean isOneself(Account account, SignedIn who) {
        return account.id().equals(who.account().id());
    }

    private void export(Context request, SignedIn who) {
        Known known = known(request);
        work.note(request, who, new Deed("person.exported"));
        request.header("Content-Disposition", "attachment; filename=\"person.json\"");
        Json.answer(request, json -> write(json, known));
        request.header("Cache-Control", "no-store");
    }

    private void write(JsonGenerator json, Known known) throws IOException {
        json.writeStartObject();
        json.writeFieldName("account");
        if (known.account().isPresent()) {
            accounts.write(json, known.account().get());
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("contacts");
        for (KeptContact kept : known.contacts()) {
            write(json, kept);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, KeptContact kept) throws IOException {
        json.writeStartObject();
        json.writeStringField("practice", kept.practice().value());
        json.writeStringField("name", kept.contact().person().name());
        json.writeStringField("email", kept.contact().person().email());
        json.writeStringField("phone", kept.contact().phone());
        json.writeStringField("entered", kept.entered().toString());
        json.writeStringField(
                "shown", kept.shown() == null ? null : kept.shown().toString());
        json.writeStringField("expires", kept.expires().toString());
        json.writeEndObject();
    }

    private void erase(Context request, SignedIn who) {
        Known known = known(request);
        if (known.account().filter(account -> isOneself(account, who)).isPresent()) {
            throw new Problem.Forbidden("self").raise();
        }
        persons.erase(known.email(), known.account().map(Account::id), WorkPages.doer(request, who));
        accounts.forgetLetters(known.email());
        work.back(request, PATH, "person_erased");
    }

    /**
     * The form, and who was found.
     *
     * @param email that was looked for; empty: none
     * @param found null: nobody was looked for
     */
    public record PersonPage(WorkFrame work, String email, @Nullable Found found, List<Fault> faults) {
        public PersonPage {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is known of somebody.
     *
     * @param account what it is called; null: has none
     * @param isOneself whether it is the account of whoever looks
     */
    public record Found(@Nullable String account, boolean isOneself, List<Row> contacts) {
        public Found {
            contacts = List.copyOf(contacts);
        }

        public boolean isNobody() {
            return account == null && contacts.isEmpty();
        }
    }

    /** The contact of a practice. */
    public record Row(String path, String name, boolean isShown, String expires) {}
}
