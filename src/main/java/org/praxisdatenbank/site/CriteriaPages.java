package org.praxisdatenbank.site;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.PracticeLists.Carried;
import org.praxisdatenbank.site.CriterionPage.Link;
import org.praxisdatenbank.site.CriterionPage.Neighbours;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** The pages of the Good Practice criteria. */
public final class CriteriaPages implements Routes {
    private static final String PATH = "/kriterien";
    private static final String FORMER_EDITION = "2015";
    private static final int SHOWN = 10;

    private final PageKit pages;
    private final PracticeLists lists;
    private final Vocabularies vocabularies;

    public CriteriaPages(PageKit pages, PracticeLists lists, Vocabularies vocabularies) {
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
        Frame frame = pages.frame(request, "criteria");
        PracticeList everything = lists.newest(frame, Set.of(Facet.CRITERION), 1);
        List<CriteriaPage.Row> rows = vocabularies.criteria().stream()
                .map(criterion -> new CriteriaPage.Row(
                        name(frame, criterion), path(criterion), everything.count(Facet.CRITERION, id(criterion))))
                .toList();
        pages.show(request, "site/criteria", new CriteriaPage(frame, rows));
    }

    private void showOne(Context request) {
        String id = request.pathParam("id");
        int place = place(id);
        Criterion criterion = vocabularies.criteria().get(place);
        if (!id(criterion).equals(id)) {
            PageKit.moved(request, path(criterion));
            return;
        }
        Frame frame = pages.frame(request, head(criterion, PageKit.language(request), request));
        pages.show(
                request,
                "site/criterion",
                new CriterionPage(
                        frame,
                        criterion,
                        name(frame, criterion),
                        numbering(frame, criterion.term()),
                        lists.newest(frame, Set.of(), SHOWN, new Carried(Facet.CRITERION, id(criterion))),
                        new Neighbours(link(frame, place - 1), link(frame, place + 1))));
    }

    private int place(String id) {
        return vocabularies
                .named(Vocabulary.CRITERION, id)
                .map(term -> vocabularies.criteria().stream()
                        .map(Criterion::term)
                        .toList()
                        .indexOf(term))
                .orElseThrow(() -> new Problem.NotFound("criterion", id).raise());
    }

    private Frame.Head head(Criterion criterion, Locale language, Context request) {
        return new Frame.Head(
                criterion.term().label(language), pages.texts(request).get(textKey(criterion)), path(criterion), true);
    }

    private static CriteriaPage.Name name(Frame frame, Criterion criterion) {
        Term term = criterion.term();
        String label = term.label(frame.language());
        @Nullable
        String former = term.inEdition(FORMER_EDITION)
                .map(edition -> edition.label().in(frame.language()))
                .filter(other -> !other.equals(label))
                .orElse(null);
        return new CriteriaPage.Name(
                term.position(), label, frame.text(textKey(criterion)), criterion.isBasic(), former);
    }

    private String numbering(Frame frame, Term term) {
        int all = vocabularies.criteria().size();
        Optional<Term.OtherEdition> former = term.inEdition(FORMER_EDITION);
        return former.isPresent()
                ? frame.text(
                        "criterion.number", term.position(), all, former.get().position())
                : frame.text("criterion.number.new", term.position(), all);
    }

    private @Nullable Link link(Frame frame, int place) {
        if (place < 0 || place >= vocabularies.criteria().size()) {
            return null;
        }
        Criterion criterion = vocabularies.criteria().get(place);
        return new Link(path(criterion), criterion.term().label(frame.language()));
    }

    private static String textKey(Criterion criterion) {
        return "criterion." + id(criterion) + ".text";
    }

    private static String path(Criterion criterion) {
        return PATH + "/" + id(criterion);
    }

    private static String id(Criterion criterion) {
        return criterion.term().id().value();
    }
}
