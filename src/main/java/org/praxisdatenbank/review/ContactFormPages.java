package org.praxisdatenbank.review;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.contact.Contact;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.contact.KeptContact;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** Whom to ask about a published practice, for those who may change it. */
public final class ContactFormPages implements Routes {
    private static final String PATH = PublishedPages.ONE + "/kontakt";

    private final WorkPages work;
    private final PublishedPages.Publics publics;
    private final ContactStore contacts;

    public ContactFormPages(WorkPages work, PublishedPages.Publics publics, ContactStore contacts) {
        this.work = work;
        this.publics = publics;
        this.contacts = contacts;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ALL, this::show);
        work.post(server, PATH, ALL, this::save);
        work.post(server, PATH + "/entfernen", ALL, this::remove);
    }

    private Practice practice(Context request, SignedIn who) {
        return publics.kept(request, who, Step.EDIT).practice();
    }

    private void show(Context request, SignedIn who) {
        Practice practice = practice(request, who);
        Optional<KeptContact> kept = contacts.find(practice.id());
        show(
                request,
                who,
                practice,
                kept.map(KeptContact::contact).orElse(Contact.NONE),
                kept.filter(KeptContact::isShown).isPresent(),
                List.of());
    }

    private void show(
            Context request, SignedIn who, Practice practice, Contact typed, boolean isShown, List<Fault> faults) {
        String published = PublishedPages.path(practice.id());
        WorkFrame frame = work.frameAt(
                published + "/kontakt",
                request,
                who,
                "contact.title",
                practice.wording().title());
        @Nullable
        String expires = contacts.find(practice.id())
                .map(kept -> frame.frame().date(kept.expires()))
                .orElse(null);
        work.show(
                request,
                "review/contact",
                new ContactFormPage(frame, published, typed, isShown, expires, faults),
                faults);
    }

    private void save(Context request, SignedIn who) {
        Practice practice = practice(request, who);
        Contact typed = new Contact(
                new Person(Typed.line(typed(request, "name")), typed(request, "email")),
                Typed.line(typed(request, "phone")));
        boolean isShown = !typed(request, "zustimmung").isEmpty();
        WorkFrame frame = work.frame(request, who, "review.list");
        List<Fault> faults = typed.faults().entrySet().stream()
                .map(fault -> new Fault(fault.getKey(), frame.text(fault.getValue())))
                .toList();
        if (!faults.isEmpty()) {
            show(request, who, practice, typed, isShown, faults);
            return;
        }
        contacts.save(practice.id(), typed, isShown, who.account().id(), WorkPages.doer(request, who));
        work.back(request, PublishedPages.path(practice.id()), "contact_saved");
    }

    private void remove(Context request, SignedIn who) {
        Practice practice = practice(request, who);
        contacts.remove(practice.id(), WorkPages.doer(request, who));
        work.back(request, PublishedPages.path(practice.id()), "contact_removed");
    }

    /**
     * The contact of a practice.
     *
     * @param published path of the practice's page in the working area
     * @param expires the day it ends by itself; null: there is none yet
     */
    public record ContactFormPage(
            WorkFrame work,
            String published,
            Contact typed,
            boolean isShown,
            @Nullable String expires,
            List<Fault> faults) {
        public ContactFormPage {
            faults = List.copyOf(faults);
        }
    }
}
