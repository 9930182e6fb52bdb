package org.praxisdatenbank.region;

import static java.util.Comparator.comparing;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.text.Collator;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.PracticeLists.Carried;
import org.praxisdatenbank.search.StateCounts;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** The pages of the states and of the partner municipalities. */
public final class RegionPages implements Routes {
    private static final int SHOWN = 10;

    private final PageKit pages;
    private final Regions regions;
    private final PracticeLists lists;
    private final Vocabularies vocabularies;

    public RegionPages(PageKit pages, Regions regions, PracticeLists lists, Vocabularies vocabularies) {
        this.pages = pages;
        this.regions = regions;
        this.lists = lists;
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/laender", this::showStates);
        PageKit.get(server, "/laender/{path}", this::showState);
        PageKit.get(server, "/kommunen", this::showMunicipalities);
    }

    private void showStates(Context request) {
        Frame frame = pages.frame(request, "region.states");
        PracticeList everything = lists.newest(frame, Set.of(Facet.STATE), 1);
        StateCounts counts = StateCounts.of(everything, vocabularies, frame);
        pages.show(request, "region/states", new RegionParts(frame).states(counts, regions.offices()));
    }

    private void showState(Context request) {
        String path = request.pathParam("path");
        State state = vocabularies
                .named(Vocabulary.STATE, path)
                .flatMap(term -> vocabularies.states().stream()
                        .filter(known -> known.term().equals(term))
                        .findFirst())
                .orElseThrow(() -> new Problem.NotFound("state", path).raise());
        if (!state.path().equals(path)) {
            PageKit.moved(request, "/laender/" + state.path());
            return;
        }
        Frame frame = pages.frame(request, head(request, state));
        PracticeList practices = lists.newest(
                frame,
                Set.of(Facet.GOOD_PRACTICE),
                SHOWN,
                new Carried(Facet.STATE, state.term().id().value()));
        pages.show(
                request,
                "region/state",
                new RegionParts(frame)
                        .state(
                                state,
                                regions.office(state.term().id()).orElse(null),
                                practices,
                                regions.municipalities(state.term().id())));
    }

    private Frame.Head head(Context request, State state) {
        String name = state.term().label(PageKit.language(request));
        String description = pages.texts(request).get("region.state.description", inState(request, state, name));
        return new Frame.Head(name, description, "/laender/" + state.path(), true);
    }

    private String inState(Context request, State state, String name) {
        return pages.texts(request).get(RegionParts.inStateKey(state), name);
    }

    private void showMunicipalities(Context request) {
        Frame frame = pages.frame(request, "region.kommunen");
        pages.show(
                request,
                "region/municipalities",
                new RegionParts(frame).municipalities(sorted(frame), regions.municipalities()));
    }

    /** By name in the page's language. */
    private List<State> sorted(Frame frame) {
        return vocabularies.states().stream()
                .sorted(comparing(
                        state -> state.term().label(frame.language()), Collator.getInstance(frame.language())))
                .toList();
    }
}
