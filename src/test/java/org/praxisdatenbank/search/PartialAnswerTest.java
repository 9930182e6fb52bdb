package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.api.OpenApi;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Answers;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.TestServer;

/** A server whose searches have no time at all. */
@SuppressWarnings("NullAway.Init")
final class PartialAnswerTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static PracticeIndex index;
    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, CLOCK, Duration.ZERO);
        try (Generation generation = Generation.start(setup)) {
            generation.add(Samples.practice("kita-bayern").titled("Kita").stored());
            generation.commit("0");
        }
        index = PracticeIndex.open(setup);
        server = TestServer.withPages(PartialAnswerTest::routes);
    }

    private static List<Routes> routes(PageKit pages) {
        QueryLimits half = new QueryLimits(1_000, 100, 3, 5, 10, Duration.ofMillis(500));
        Vocabularies lists = Samples.VOCABULARIES;
        SearchUrl urls = new SearchUrl(lists, new SearchLimits(half, 100, 10_000, 50, 100));
        SearchTimes times = new SearchTimes(Duration.ofMinutes(1), (part, time) -> {});
        return List.of(
                new SearchApi(index, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, id -> {}),
                new SearchPages(index, urls, lists, pages, times, Answers.neverKept(), (text, visitor) -> {}, CLOCK));
    }

    @AfterAll
    static void stop() {
        server.close();
        index.close();
    }

    @Test
    void programs_are_told() throws IOException {
        HttpResponse<byte[]> described = server.get("/api/v1/practices?q=kita");
        OpenApi.read().assertDescribes("/api/v1/practices", described);
        JsonNode answer = new ObjectMapper().readTree(described.body());
        assertThat(answer.at("/partial").asBoolean()).isTrue();
        assertThat(answer.at("/total").asLong()).isZero();
    }

    @Test
    void people_are_told_and_no_reason_is_made_up() {
        assertThat(TestServer.text(server.get("/suche?q=kita")))
                .contains(
                        "Die Suche wurde nach 0,5 Sekunden abgebrochen; die Liste und alle Zahlen sind unvollständig.")
                .contains("Bis zum Abbruch wurden keine passenden Angebote gefunden.")
                .doesNotContain("gibt es keine Angebote");
        assertThat(TestServer.text(server.get("/en/suche?q=kita")))
                .contains("The search was stopped after 0.5 seconds; the list and all numbers are incomplete.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche?q=kita", "/api/v1/practices?q=kita"})
    void nothing_keeps_a_partial_answer(String path) {
        HttpResponse<byte[]> answer = server.get(path, "If-None-Match", "*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }
}
