package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.TestServer;
import org.slf4j.LoggerFactory;

/** A server to which every search is slow. */
@SuppressWarnings("NullAway.Init")
final class SearchTimesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String[] PARTS = {
        "parse", "match", "filter", "find", "facets", "fields", "marks", "help", "write"
    };
    private static final Queue<String> MEASURED = new ConcurrentLinkedQueue<>();

    private static PracticeIndex index;
    private static TestServer server;

    private final Logger logger = (Logger) LoggerFactory.getLogger(SearchTimes.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, CLOCK, Duration.ofMinutes(1));
        try (Generation generation = Generation.start(setup)) {
            generation.add(Samples.practice("kita-bayern").titled("Kita").stored());
            generation.commit("0");
        }
        index = PracticeIndex.open(setup);
        server = TestServer.withPages(SearchTimesTest::routes);
    }

    private static List<Routes> routes(PageKit pages) {
        Vocabularies lists = Samples.VOCABULARIES;
        SearchUrl urls = new SearchUrl(lists, SearchLimits.DEFAULT);
        SearchTimes times = new SearchTimes(Duration.ZERO, (part, time) -> MEASURED.add(part));
        return List.of(
                new SearchApi(index, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, id -> {}),
                new SearchPages(index, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, CLOCK));
    }

    @AfterAll
    static void stop() {
        server.close();
        index.close();
    }

    @BeforeEach
    void listen() {
        MEASURED.clear();
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void a_slow_search_is_logged_once_by_its_shape_and_never_by_its_words() {
        server.get(
                "/suche?q=kita+%22erika+mustermann%22+musterm*&match=some&state.not=DE-BY&type.not=network&sort=title&size=5");
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getLevel()).isEqualTo(Level.WARN);
        assertThat(log.list.getFirst().getFormattedMessage())
                .contains("1 words, 1 phrases, 1 patterns, 0 near, 2 filters")
                .contains("sort TITLE, page 1 of 5")
                .contains(PARTS)
                .doesNotContainIgnoringCase("kita")
                .doesNotContainIgnoringCase("muster")
                .doesNotContain("DE-B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche?q=kita", "/api/v1/practices?q=kita"})
    void whoever_asks_is_told_the_parts_of_the_time(String path) {
        HttpResponse<byte[]> answer = server.get(path, "Prefer", "respond-async, Timing");
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("timing");
        String parts = answer.headers().firstValue("Server-Timing").orElse("");
        assertThat(parts).contains(PARTS).matches("([a-z]+;dur=[0-9]+\\.[0-9]{2}(, )?)+");
        assertThat(MEASURED).containsExactly(PARTS);
    }

    @Test
    void nobody_else_is_told() {
        HttpResponse<byte[]> answer = server.get("/api/v1/practices?q=kita");
        assertThat(answer.headers().firstValue("Server-Timing")).isEmpty();
    }
}
