package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.query.Language.Meeting;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.search.LanguagePage.Direction;
import org.praxisdatenbank.search.LanguagePage.Path;
import org.praxisdatenbank.search.LanguagePage.Verdict;
import org.praxisdatenbank.search.LanguagePage.Word;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** Shows people what the search makes of a word, and whether two words find each other. */
public final class LanguagePages implements Routes {
    private static final String PATH = "/suche/sprache";
    private static final String TEXT = "q";
    private static final String OTHER = "mit";

    private final PracticeSearch search;
    private final SearchLimits limits;
    private final PageKit pages;

    public LanguagePages(PracticeSearch search, SearchLimits limits, PageKit pages) {
        this.search = search;
        this.limits = limits;
        this.pages = pages;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, PATH, this::show);
    }

    /** The German address of the page with a text. */
    static String path(String text) {
        return PATH + "?" + TEXT + "=" + QueryString.encode(text);
    }

    private void show(Context request) {
        Parameters given = new Parameters(QueryString.of(request));
        String text = text(given, TEXT);
        String other = text(given, OTHER);
        Frame frame = pages.frame(request, head(request, text, other));
        Language language = search.describe((text + " " + other).strip());
        pages.show(
                request,
                "search/language",
                new LanguagePage(
                        frame,
                        text,
                        other,
                        notes(language, frame),
                        text.isEmpty() || other.isEmpty() ? null : verdict(text, other, frame),
                        language.words().stream().map(word -> word(word, frame)).toList()));
        if (language.isPartial()) {
            request.header("Cache-Control", "no-store"); // the next try may count more
        }
    }

    private String text(Parameters given, String name) {
        String text = given.text(name, limits.query().characters());
        limits.query().check(text);
        return text;
    }

    private Frame.Head head(Context request, String text, String other) {
        String path = text.isEmpty() ? PATH : path(text);
        return new Frame.Head(
                pages.texts(request).get("lab.title"),
                pages.texts(request).get("lab.description"),
                other.isEmpty() ? path : path + (text.isEmpty() ? "?" : "&") + OTHER + "=" + QueryString.encode(other),
                false);
    }

    private static List<String> notes(Language language, Frame frame) {
        List<String> notes = new ArrayList<>();
        if (language.isCut()) {
            notes.add(frame.text("lab.cut", language.words().size()));
        }
        if (language.isPartial()) {
            notes.add(frame.text("lab.partial"));
        }
        return notes;
    }

    private Verdict verdict(String text, String other, Frame frame) {
        Meeting meeting = search.meet(text, other);
        List<Direction> directions = new ArrayList<>();
        if (!meeting.there().isEmpty()) {
            directions.add(direction(text, other, WhyLines.withoutPlaces(meeting.there(), frame), frame));
        }
        if (!meeting.back().isEmpty()) {
            directions.add(direction(other, text, WhyLines.withoutPlaces(meeting.back(), frame), frame));
        }
        String sentence =
                switch (directions.size()) {
                    case 0 -> frame.text("lab.meet.no");
                    case 1 -> frame.text("lab.meet.one");
                    default -> frame.text("lab.meet.both");
                };
        return new Verdict(sentence, directions);
    }

    private static Direction direction(String search, String found, List<Why.Line> lines, Frame frame) {
        return new Direction(frame.text("lab.meet.direction", search, found), lines);
    }

    private static Word word(Language.Word word, Frame frame) {
        return new Word(
                frame.text("why.word", word.text()),
                word.isStopWord(),
                link(word.text(), frame),
                frame.text("count.practices", word.total()),
                word.forms(),
                word.paths().stream().map(path -> path(path, frame)).toList());
    }

    private static Path path(Language.Path path, Frame frame) {
        @Nullable String via = path.via();
        return new Path(
                frame.text("lab.route." + SearchUrl.name(path.route())),
                via == null ? null : frame.text("why.word", via),
                via == null ? null : link(via, frame),
                frame.number(path.count()));
    }

    /** Every word, so that it finds what was counted. */
    private static String link(String text, Frame frame) {
        return frame.link(SearchUrl.page(
                new SearchQuery(text, Filters.NONE, Match.ALL, Sort.RELEVANCE, Window.FIRST, Wanted.EVERYTHING)));
    }
}
