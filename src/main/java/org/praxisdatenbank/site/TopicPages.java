package org.praxisdatenbank.site;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.PracticeLists.Carried;
import org.praxisdatenbank.site.TopicPage.Counted;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** The pages of the topic areas. */
public final class TopicPages implements Routes {
    private static final String PATH = "/themen";
    private static final int SHOWN = 5;
    private static final int FIELDS = 9;
    private static final int STATES = 16;

    private final PageKit pages;
    private final PracticeLists lists;
    private final Vocabularies vocabularies;

    public TopicPages(PageKit pages, PracticeLists lists, Vocabularies vocabularies) {
        this.pages = pages;
        this.lists = lists;
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, PATH, this::showAll);
        PageKit.get(server, PATH + "/{id}", this::showOne);
    }

    private void showAll(Context request) {
        Frame frame = pages.frame(request, "topics");
        PracticeList everything = lists.newest(frame, Set.of(Facet.TOPIC), 1);
        List<TopicsPage.Row> rows = vocabularies.terms(Vocabulary.TOPIC).stream()
                .filter(topic -> !vocabularies.isRetired(topic.id())
                        || everything.count(Facet.TOPIC, topic.id().value()) > 0)
                .map(topic -> new TopicsPage.Row(
                        path(topic),
                        topic.label(frame.language()),
                        TopicText.of(topic, pages.texts(request)),
                        everything.count(Facet.TOPIC, topic.id().value())))
                .toList();
        pages.show(request, "site/topics", new TopicsPage(frame, rows));
    }

    private void showOne(Context request) {
        String id = request.pathParam("id");
        Term topic =
                vocabularies.named(Vocabulary.TOPIC, id).orElseThrow(() -> new Problem.NotFound("topic", id).raise());
        if (!topic.id().value().equals(id)) {
            PageKit.moved(request, path(topic));
            return;
        }
        Frame frame = pages.frame(request, head(request, topic));
        Carried onTopic = new Carried(Facet.TOPIC, id);
        PracticeList newest = lists.newest(frame, Set.of(Facet.FIELD, Facet.STATE), SHOWN, onTopic);
        PracticeList examples = lists.newest(frame, Set.of(), SHOWN, onTopic, new Carried(Facet.GOOD_PRACTICE, "true"));
        pages.show(
                request,
                "site/topic",
                new TopicPage(
                        frame,
                        newest,
                        examples,
                        frequent(frame, newest, onTopic, Facet.FIELD, FIELDS),
                        frequent(frame, newest, onTopic, Facet.STATE, STATES)));
    }

    private Frame.Head head(Context request, Term topic) {
        return new Frame.Head(
                topic.label(PageKit.language(request)), TopicText.of(topic, pages.texts(request)), path(topic), true);
    }

    private List<Counted> frequent(Frame frame, PracticeList practices, Carried topic, Facet facet, int limit) {
        return facet.vocabulary().map(vocabularies::terms).orElse(List.of()).stream()
                .map(term -> new Counted(
                        PracticeLists.path(topic, new Carried(facet, term.id().value())),
                        term.label(frame.language()),
                        practices.count(facet, term.id().value())))
                .filter(counted -> counted.count() > 0)
                .sorted(Comparator.comparingLong(Counted::count)
                        .reversed()
                        .thenComparing(Counted::label, Collator.getInstance(frame.language())))
                .limit(limit)
                .toList();
    }

    private static String path(Term topic) {
        return PATH + "/" + topic.id().value();
    }
}
