package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.search.SearchPage.Chip;
import org.praxisdatenbank.search.SearchPage.Download;
import org.praxisdatenbank.search.SearchPage.Found;
import org.praxisdatenbank.search.SearchPage.Links;
import org.praxisdatenbank.search.SearchPage.NothingFound;
import org.praxisdatenbank.search.SearchPage.OtherSpelling;
import org.praxisdatenbank.search.SearchPage.Outcome;
import org.praxisdatenbank.search.SearchPage.Range;
import org.praxisdatenbank.search.SearchPage.SortLink;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.Answers.Asked;
import org.praxisdatenbank.web.Answers.Fresh;
import org.praxisdatenbank.web.Answers.Question;
import org.praxisdatenbank.web.Body;
import org.praxisdatenbank.web.DownloadType;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.ServerTiming;

/** The search for people. */
public final class SearchPages implements Routes {
    private final PracticeSearch search;
    private final SearchUrl urls;
    private final Vocabularies lists;
    private final PageKit pages;
    private final SearchTimes times;
    private final Answers kept;
    private final FoundNothing foundNothing;
    private final Clock clock;

    public SearchPages(
            PracticeSearch search,
            SearchUrl urls,
            Vocabularies lists,
            PageKit pages,
            SearchTimes times,
            Answers kept,
            FoundNothing foundNothing,
            Clock clock) {
        this.search = search;
        this.urls = urls;
        this.lists = lists;
        this.pages = pages;
        this.times = times;
        this.kept = kept;
        this.foundNothing = foundNothing;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        PageKit.get(server, "/suche", this::show);
    }

    private void show(Context request) {
        kept.give(request, () -> {
            SearchQuery query = urls.read(QueryString.of(request)).with(wanted());
            return new Asked(
                    new Question(request.path(), pages.publicUrl(request), SearchUrl.print(query)),
                    () -> found(request, query));
        });
    }

    private Wanted wanted() {
        int values = Math.min(FacetBox.MOST, urls.limits().facetValues());
        return new Wanted(Wanted.EVERYTHING.facets(), true, values);
    }

    private Fresh found(Context request, SearchQuery query) {
        Results results = search.search(query);
        Help help = search.help(query, results).within(urls.limits().query().characters());
        results.timing().lap("help");
        Locale language = PageKit.language(request);
        FacetLabels labels = new FacetLabels(lists, pages.texts(language), language);
        List<Choice> choices = Choice.of(query.filters(), labels);
        Frame frame = pages.frame(request, Headline.head(query, choices, labels.texts()));
        Body body = pages.body(
                "search/page",
                new SearchPage(
                        frame,
                        query.text(),
                        FilterPanel.of(query, results, choices, labels, frame),
                        chips(query, choices, frame),
                        links(query, frame),
                        otherSpelling(query, help, frame),
                        outcome(query, results, help, labels, frame)));
        times.end(query, results);
        ServerTiming.tell(request, results.timing().parts());
        return new Fresh(body, !results.isPartial(), foundNothing.told(query, results));
    }

    private static List<Chip> chips(SearchQuery query, List<Choice> choices, Frame frame) {
        return choices.stream()
                .map(choice -> new Chip(choice.label(), frame.link(SearchUrl.page(query.with(choice.without())))))
                .toList();
    }

    private static Links links(SearchQuery query, Frame frame) {
        return new Links(
                frame.link(SearchUrl.page(query.with(Filters.NONE))),
                SearchUrl.api(query),
                frame.link(SearchUrl.page(query)),
                Stream.of(DownloadType.values())
                        .map(type -> new Download(
                                frame.text("search.download." + type.ending()),
                                SearchUrl.export(query, type),
                                type.mediaType()))
                        .toList());
    }

    private static @Nullable OtherSpelling otherSpelling(SearchQuery query, Help help, Frame frame) {
        return help.correction()
                .map(corrected -> new OtherSpelling(
                        corrected.text(), frame.link(SearchUrl.page(query.with(corrected.text()))), corrected.total()))
                .orElse(null);
    }

    private Outcome outcome(SearchQuery query, Results results, Help help, FacetLabels labels, Frame frame) {
        Remedies remedies =
                new Remedies(search, labels, frame, urls.limits().query().characters());
        List<String> notes =
                Notes.of(query, results, help, urls.limits().query().time(), labels.texts());
        if (results.total() == 0) {
            return new NothingFound(
                    notes, Headline.reason(query, results, labels.texts()), remedies.forNothing(query, results, help));
        }
        return new Found(
                frame.text("search.found", results.total()),
                notes,
                remedies.forMissingWords(query, help),
                range(query, results, frame),
                sorts(query, frame),
                new Entries(query, lists, frame, LocalDate.now(clock)).of(results),
                Paging.of(query, results, urls.limits().depth(), frame));
    }

    /** Behind a cursor the place in the whole list is not known. */
    private static @Nullable Range range(SearchQuery query, Results results, Frame frame) {
        Window window = query.window();
        if (results.hits().size() == results.total() || results.hits().isEmpty() || window.after() != null) {
            return null;
        }
        long first = (window.page() - 1L) * window.size() + 1;
        long last = first + results.hits().size() - 1;
        String text = first == last
                ? frame.text("search.range.one", first, results.total())
                : frame.text("search.range", first, last, results.total());
        return new Range(first, last, text);
    }

    private static List<SortLink> sorts(SearchQuery query, Frame frame) {
        return Stream.of(Sort.RELEVANCE, Sort.NEWEST, Sort.UPDATED, Sort.TITLE)
                .filter(sort -> sort != Sort.RELEVANCE || !query.text().isEmpty())
                .map(sort -> new SortLink(
                        frame.text("search.sort." + SearchUrl.name(sort)),
                        frame.link(SearchUrl.page(query.with(sort))),
                        sort == query.sort()))
                .toList();
    }
}
