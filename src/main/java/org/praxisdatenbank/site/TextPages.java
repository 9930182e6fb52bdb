package org.praxisdatenbank.site;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Published;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/**
 * About, privacy, accessibility and imprint. Their words are texts like all others, so that an operator can replace each
 * of them.
 */
public final class TextPages implements Routes {
    private final PageKit pages;
    private final Published published;
    private final Vocabularies vocabularies;

    public TextPages(PageKit pages, Published published, Vocabularies vocabularies) {
        this.pages = pages;
        this.published = published;
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/ueber", this::showAbout);
        PageKit.get(server, "/datenschutz", request -> show(request, "privacy"));
        PageKit.get(server, "/barrierefreiheit", request -> show(request, "accessibility"));
        PageKit.get(server, "/impressum", request -> show(request, "imprint"));
    }

    private void showAbout(Context request) {
        Frame frame = pages.frame(request, "about");
        List<String> origins = published.countByOrigin().stream()
                .map(from -> frame.text(
                        "about.entries.origin",
                        origin(frame, from.origin()),
                        frame.text("count.practices", from.practices())))
                .toList();
        pages.show(request, "site/about", new AboutPage(frame, published.count(), origins));
    }

    private String origin(Frame frame, @Nullable TermId origin) {
        return origin == null ? frame.text("about.entries.origin.none") : vocabularies.label(origin, frame.language());
    }

    private void show(Context request, String name) {
        pages.show(request, "site/" + name, new TextPage(pages.frame(request, name)));
    }
}
