package org.praxisdatenbank.contact;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.practice.PublishedPractices;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/**
 * Whom to ask about a practice: a page of its own, read from the database each time and kept by nobody, so that nothing
 * is left of somebody who no longer agrees. Safe for use by any thread.
 */
public final class ContactPages implements Routes {
    private final PageKit pages;
    private final PublishedPractices practices;
    private final ContactStore contacts;
    private final Database database;

    public ContactPages(PageKit pages, PublishedPractices practices, ContactStore contacts, Database database) {
        this.pages = pages;
        this.practices = practices;
        this.contacts = contacts;
        this.database = database;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/angebote/{id}/kontakt", this::show);
    }

    /** Whether there is such a page; false, too, while nobody can tell: what visitors read needs no database. */
    public boolean isShown(PracticeId practice) {
        return database.promptly(() -> contacts.shown(practice).isPresent()).orElse(false);
    }

    private void show(Context request) {
        PracticeId id = PracticePages.id(request);
        if (!database.isReachable()) {
            throw new Problem.NotReady("database").raise();
        }
        KeptContact kept = contacts.shown(id).orElseThrow(() -> new Problem.NotFound("page", request.path()).raise());
        String title = pages.texts(request)
                .get("contact.title", practices.get(id).practice().wording().title());
        Frame frame = pages.frame(request, new Frame.Head(title, title, PracticePages.contactPath(id), false));
        pages.show(request, "contact/contact", new ContactPage(frame, kept.contact(), PracticePages.path(id)));
        request.header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex, noarchive");
    }

    /**
     * Whom to ask.
     *
     * @param practice path of its page
     */
    public record ContactPage(Frame frame, Contact contact, String practice) {}
}
