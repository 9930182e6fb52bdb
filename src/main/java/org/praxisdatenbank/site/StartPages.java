package org.praxisdatenbank.site;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.StateCounts;
import org.praxisdatenbank.site.StartPage.Figures;
import org.praxisdatenbank.site.StartPage.Opening;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Texts;

/** The start page; all its numbers come from one search, so they belong together. */
public final class StartPages implements Routes {
    private static final int NEWEST = 5;
    private static final Set<Facet> COUNTED = Set.of(Facet.TOPIC, Facet.CRITERION, Facet.STATE, Facet.GOOD_PRACTICE);

    private final PageKit pages;
    private final SiteTexts texts;
    private final PracticeLists lists;
    private final Vocabularies vocabularies;
    private final int municipalities;

    /** @param municipalities how many partner municipalities there are */
    public StartPages(
            PageKit pages, SiteTexts texts, PracticeLists lists, Vocabularies vocabularies, int municipalities) {
        this.pages = pages;
        this.texts = texts;
        this.lists = lists;
        this.vocabularies = vocabularies;
        this.municipalities = municipalities;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/", this::show);
    }

    private void show(Context request) {
        Frame frame = pages.frame(request, "start");
        PracticeList everything = lists.newest(frame, COUNTED, NEWEST);
        Figures figures =
                new Figures(everything.total(), everything.count(Facet.GOOD_PRACTICE, "true"), municipalities);
        pages.show(
                request,
                "site/start",
                new StartPage(
                        frame,
                        new Opening(texts.of(SitePage.START, frame.language()), figures),
                        topics(everything, frame, pages.texts(request)),
                        criteria(everything, frame),
                        StateCounts.of(everything, vocabularies, frame),
                        everything.cards()));
    }

    private List<StartPage.Topic> topics(PracticeList practices, Frame frame, Texts texts) {
        return vocabularies.terms(Vocabulary.TOPIC).stream()
                .filter(topic -> !vocabularies.isRetired(topic.id())
                        || practices.count(Facet.TOPIC, topic.id().value()) > 0)
                .map(topic -> new StartPage.Topic(
                        topic.label(frame.language()),
                        TopicText.of(topic, texts),
                        "/themen/" + topic.id().value(),
                        practices.count(Facet.TOPIC, topic.id().value())))
                .toList();
    }

    private List<StartPage.Criterion> criteria(PracticeList practices, Frame frame) {
        return vocabularies.terms(Vocabulary.CRITERION).stream()
                .map(criterion -> criterion(criterion, practices, frame))
                .toList();
    }

    private static StartPage.Criterion criterion(Term criterion, PracticeList practices, Frame frame) {
        String id = criterion.id().value();
        return new StartPage.Criterion(
                criterion.position(),
                criterion.label(frame.language()),
                "/kriterien/" + id,
                practices.count(Facet.CRITERION, id));
    }
}
