package org.praxisdatenbank.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.praxisdatenbank.bench.HttpLine.Answer;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.search.SearchApi;
import org.praxisdatenbank.search.SearchLimits;
import org.praxisdatenbank.search.SearchPages;
import org.praxisdatenbank.search.SearchTimes;
import org.praxisdatenbank.search.SearchUrl;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.Assets;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.WebServer;
import org.praxisdatenbank.web.WebSettings;

/** A server whose search has its results in its hand already: what is left is reading, writing and sending. */
@State(Scope.Benchmark)
public class Rendering {
    private static final WebSettings.Load AMPLE = new WebSettings.Load(1_000, 200, 200, 1_000);

    private final Path home = Pieces.Given.home();
    private final Vocabularies lists = Pieces.Given.vocabularies();
    private final PracticeIndex index =
            PracticeIndex.open(new IndexSetup(home.resolve("index"), lists, new German(), Clock.systemUTC()));
    private final WebServer server = start();
    private final HttpLine line = new HttpLine(server.address());

    private WebServer start() {
        Assets assets = Assets.load();
        PageKit pages = new PageKit(assets, home, null);
        SearchUrl urls = new SearchUrl(lists, SearchLimits.DEFAULT);
        PracticeSearch search = remembering(index);
        SearchTimes times = new SearchTimes(Duration.ofMinutes(1), (part, time) -> {});
        return WebServer.start(
                new WebSettings("127.0.0.1", 0, null, 1_000_000, AMPLE, WebSettings.Allowance.UNLIMITED),
                assets,
                pages,
                List.of(
                        routes -> routes.get("/empty", request -> request.result("empty")),
                        new SearchApi(search, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, id -> {}),
                        new SearchPages(search, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, Clock.systemUTC())),
                refused -> {});
    }

    /** Everything as the index says; each search only once. */
    private static PracticeSearch remembering(PracticeSearch index) {
        Map<SearchQuery, Results> known = new ConcurrentHashMap<>();
        return (PracticeSearch) Proxy.newProxyInstance(
                PracticeSearch.class.getClassLoader(),
                new Class<?>[] {PracticeSearch.class},
                (proxy, method, arguments) -> method.getName().equals("search")
                        ? known.computeIfAbsent((SearchQuery) arguments[0], index::search)
                        : method.invoke(index, arguments));
    }

    Answer get(String path) throws IOException {
        Answer answer = line.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer);
        }
        return answer;
    }

    /** For the next process. */
    @TearDown
    public void close() throws IOException {
        line.close();
        server.close();
        index.close();
    }
}
