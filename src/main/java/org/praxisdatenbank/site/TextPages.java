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

/** About, privacy, accessibility and imprint, whose words an operator can replace by others. */
public final class TextPages implements Routes {
    private final PageKit pages;
    private final SiteTexts texts;
    private final Published published;
    private final Vocabularies vocabularies;

    public TextPages(PageKit pages, SiteTexts texts, Published published, Vocabularies vocabularies) {
        this.pages = pages;
        this.texts = texts;
        this.published = published;
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, SitePage.ABOUT.path(), this::showAbout);
        PageKit.get(server, SitePage.PRIVACY.path(), request -> show(request, SitePage.PRIVACY, "privacy"));
        PageKit.get(
                server,
                SitePage.ACCESSIBILITY.path(),
                request -> show(request, SitePage.ACCESSIBILITY, "accessibility"));
        PageKit.get(server, SitePage.IMPRINT.path(), request -> show(request, SitePage.IMPRINT, "imprint"));
    }

    private void showAbout(Context request) {
        Frame frame = pages.frame(request, "about");
        List<String> origins = published.countByOrigin().stream()
                .map(from -> frame.text(
                        "about.entries.origin",
                        origin(frame, from.origin()),
                        frame.text("count.practices", from.practices())))
                .toList();
        pages.show(
                request,
                "site/about",
                new AboutPage(frame, texts.of(SitePage.ABOUT, frame.language()), published.count(), origins));
    }

    private String origin(Frame frame, @Nullable TermId origin) {
        return origin == null ? frame.text("about.entries.origin.none") : vocabularies.label(origin, frame.language());
    }

    private void show(Context request, SitePage page, String textKey) {
        Frame frame = pages.frame(request, textKey);
        pages.show(request, "site/text", new TextPage(frame, texts.of(page, frame.language())));
    }
}
