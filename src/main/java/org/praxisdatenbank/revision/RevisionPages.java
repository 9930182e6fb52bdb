package org.praxisdatenbank.revision;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** The history of a practice for people: the list of its revisions, and each of them under an address of its own. */
public final class RevisionPages implements Routes {
    private final PageKit pages;
    private final Histories histories;
    private final Vocabularies vocabularies;
    private final Clock clock;

    public RevisionPages(PageKit pages, Histories histories, Vocabularies vocabularies, Clock clock) {
        this.pages = pages;
        this.histories = histories;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/angebote/{id}/fassungen", this::list);
        PageKit.get(server, "/angebote/{id}/fassungen/{number}", this::show);
    }

    private void list(Context request) {
        @Nullable Long before = RevisionUrl.before(QueryString.of(request));
        Histories.History history = histories.history(PracticePages.id(request), before);
        String title = history.present().practice().wording().title();
        Frame frame = pages.frame(
                request,
                new Frame.Head(
                        pages.texts(request).get("revision.list.title", title),
                        pages.texts(request).get("revision.list.description", title),
                        RevisionUrl.list(history.present().id(), before),
                        false));
        pages.show(request, "revision/list", new RevisionsPageParts(frame, vocabularies).page(history));
    }

    private void show(Context request) {
        Histories.State state = histories.state(PracticePages.id(request), request.pathParam("number"));
        String title = state.kept().practice().wording().title();
        String number = String.valueOf(state.kept().revision().number());
        Frame frame = pages.frame(
                request,
                new Frame.Head(
                        pages.texts(request).get("revision.title", title, number),
                        pages.texts(request).get("revision.description", title, number),
                        PageKit.germanPath(request),
                        false,
                        PracticePages.path(state.present().id())));
        pages.show(
                request,
                "revision/revision",
                new RevisionPageParts(frame, state, vocabularies, LocalDate.now(clock)).page());
    }
}
