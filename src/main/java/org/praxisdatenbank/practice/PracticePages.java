package org.praxisdatenbank.practice;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;

/** The page of one practice. */
public final class PracticePages implements Routes {
    private static final int SIMILAR = 5;
    /** Characters of a summary that search engines show. */
    private static final int DESCRIPTION_LENGTH = 155;

    private final PageKit pages;
    private final PublishedPractices practices;
    private final SimilarPractices similar;
    private final Vocabularies vocabularies;
    private final Predicate<PracticeId> hasContact;
    private final Clock clock;

    /** @param hasContact whether there is a page that says whom to ask */
    public PracticePages(
            PageKit pages,
            PublishedPractices practices,
            SimilarPractices similar,
            Vocabularies vocabularies,
            Predicate<PracticeId> hasContact,
            Clock clock) {
        this.pages = pages;
        this.practices = practices;
        this.similar = similar;
        this.vocabularies = vocabularies;
        this.hasContact = hasContact;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/angebote/{id}", this::show);
    }

    private void show(Context request) {
        StoredPractice practice = practices.get(id(request));
        List<SimilarPractice> others = similar.to(practice.id(), SIMILAR);
        pages.show(request, "practice/practice", page(request, practice, others));
    }

    /** The id in the path. Raises {@link Problem.NotFound} where it does not have the form of one. */
    public static PracticeId id(Context request) {
        String id = request.pathParam("id");
        return PracticeId.of(id).orElseThrow(() -> new Problem.NotFound("practice", id).raise());
    }

    private PracticePage page(Context request, StoredPractice practice, List<SimilarPractice> others) {
        Frame frame = pages.frame(request, head(practice.practice()));
        return new PracticePageParts(frame, practice, vocabularies, LocalDate.now(clock))
                .page(hasContact.test(practice.id()), others);
    }

    private static Frame.Head head(Practice practice) {
        String summary = practice.wording().summary();
        return new Frame.Head(
                practice.wording().title(),
                summary.substring(
                        0,
                        summary.offsetByCodePoints(
                                0, Math.min(summary.codePointCount(0, summary.length()), DESCRIPTION_LENGTH))),
                path(practice.id()),
                true);
    }

    /** The path of the page that lists its revisions, in German. */
    public static String historyPath(PracticeId id) {
        return path(id) + "/fassungen";
    }

    /** The path of the page that says whom to ask, in German; only some practices have it. */
    public static String contactPath(PracticeId id) {
        return path(id) + "/kontakt";
    }

    /** The path of its page, in German. */
    public static String path(PracticeId id) {
        return "/angebote/" + id.value();
    }
}
