package org.praxisdatenbank.site;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.Published;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/**
 * What search engines read: which addresses to leave alone (RFC 9309), and a list of those that are worth reading
 * (sitemaps.org). A site map holds 50,000 addresses at most; beyond that it becomes an index of several.
 */
public final class CrawlerPages implements Routes {
    static final int ADDRESSES_PER_MAP = 50_000;

    /** Single filters may be read; every further one, and every text, multiplies the pages without new contents. */
    private static final String ROBOTS =
            """
            User-agent: *
            Disallow: /api/
            Disallow: /health/
            Disallow: /metrics
            Disallow: /verwaltung
            Disallow: /anmelden
            Disallow: /konto
            Disallow: /en/verwaltung
            Disallow: /en/anmelden
            Disallow: /en/konto
            Disallow: /suche?*&
            Disallow: /suche?q=
            Disallow: /suche/sprache
            Disallow: /en/suche?*&
            Disallow: /en/suche?q=
            Disallow: /en/suche/sprache
            """;

    private static final List<String> PAGES = List.of(
            "/",
            "/suche",
            "/kriterien",
            "/kriterien/selbstcheck",
            "/themen",
            "/laender",
            "/kommunen",
            "/ueber",
            "/api",
            "/barrierefreiheit",
            "/datenschutz",
            "/impressum");

    private final PageKit pages;
    private final Published published;
    private final Vocabularies vocabularies;

    public CrawlerPages(PageKit pages, Published published, Vocabularies vocabularies) {
        this.pages = pages;
        this.published = published;
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/robots.txt", this::answerRobots);
        server.get("/sitemap.xml", this::answerMap);
        server.get("/sitemap-{part}.xml", this::answerPart);
    }

    private void answerRobots(Context request) {
        request.contentType("text/plain; charset=utf-8")
                .result(ROBOTS + "\nSitemap: " + pages.publicUrl(request) + "/sitemap.xml\n");
    }

    private void answerMap(Context request) {
        List<String> fixed = fixedPaths();
        long practices = published.count();
        SiteMap map = new SiteMap(pages.publicUrl(request));
        if (fixed.size() + practices <= ADDRESSES_PER_MAP) {
            answer(request, map.addresses(fixed, published.inOrder(0, ADDRESSES_PER_MAP)));
            return;
        }
        // The pages have a part of their own, the first one, so that the others divide evenly.
        answer(request, map.index(1 + Math.ceilDiv(practices, ADDRESSES_PER_MAP)));
    }

    private void answerPart(Context request) {
        String name = request.pathParam("part");
        if (!name.matches("[1-9][0-9]{0,5}")) {
            throw new Problem.NotFound("page", name).raise();
        }
        int part = Integer.parseInt(name);
        SiteMap map = new SiteMap(pages.publicUrl(request));
        if (part == 1) {
            answer(request, map.addresses(fixedPaths(), List.of()));
            return;
        }
        long skipped = (part - 2L) * ADDRESSES_PER_MAP;
        List<Published.Revision> practices = published.inOrder(skipped, ADDRESSES_PER_MAP);
        if (practices.isEmpty()) {
            throw new Problem.NotFound("page", name).raise();
        }
        answer(request, map.addresses(List.of(), practices));
    }

    private static void answer(Context request, String xml) {
        request.header("Cache-Control", "no-cache")
                .contentType("application/xml; charset=utf-8")
                .result(xml);
    }

    private List<String> fixedPaths() {
        return Stream.of(
                        PAGES.stream(),
                        vocabularies.criteria().stream()
                                .map(criterion ->
                                        "/kriterien/" + criterion.term().id().value()),
                        vocabularies.offered(Vocabulary.TOPIC).stream()
                                .map(topic -> "/themen/" + topic.id().value()),
                        vocabularies.states().stream().map(state -> "/laender/" + state.path()))
                .flatMap(paths -> paths)
                .toList();
    }
}
