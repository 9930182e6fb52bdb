package org.praxisdatenbank.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.index.BuildState;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.web.TestServer;

final class ProgressApiTest {
    private static final String PATH = "/api/v1/index/progress";
    private static final Owner OWNER =
            new Owner("generation-1", 4711, "secret-host", Instant.parse("2026-01-15T09:30:04Z"));
    private static final String BUILDING =
            "{\"state\":\"building\",\"serving\":true,\"since\":\"2026-01-15T09:30:04Z\",\"phase\":\"index\",\"done\":20,"
                    + "\"total\":100,\"per_second\":10,\"seconds_left\":8}";
    private static final String IDLE = "{\"state\":\"idle\",\"serving\":true}";

    private final AtomicReference<@Nullable BuildState> state = new AtomicReference<>();
    private final ProgressApi api = new ProgressApi(() -> Optional.ofNullable(state.get()), () -> true);
    private final TestServer server = TestServer.start(api);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        api.close();
        server.close();
        client.shutdownNow();
    }

    private HttpResponse<InputStream> listen() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static void assertNext(BufferedReader events, String data) throws IOException {
        assertThat(events.readLine()).isEqualTo("event: progress");
        assertThat(events.readLine()).isEqualTo("data: " + data);
        assertThat(events.readLine()).isEmpty();
    }

    @Test
    void a_listener_is_told_the_state_now_and_each_other_one_but_not_who_builds() throws Exception {
        HttpResponse<InputStream> answer = listen();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        try (BufferedReader events = lines(answer)) {
            assertNext(events, IDLE);
            state.set(new BuildState(OWNER, new Step("index", 20, 100, 10, 8)));
            assertNext(events, BUILDING);
            state.set(null);
            assertNext(events, IDLE);
        }
    }

    @Test
    void what_is_not_known_is_left_out() throws Exception {
        state.set(new BuildState(OWNER, new Step("merge", 0, -1, 0, -1)));
        try (BufferedReader events = lines(listen())) {
            assertNext(
                    events,
                    "{\"state\":\"building\",\"serving\":true,\"since\":\"2026-01-15T09:30:04Z\",\"phase\":\"merge\","
                            + "\"done\":0,\"per_second\":0}");
        }
    }

    @Test
    void closing_ends_what_listeners_read() throws Exception {
        try (BufferedReader events = lines(listen())) {
            assertNext(events, IDLE);
            api.close();
            assertThat(events.readLine()).isNull();
        }
    }

    /** More than there are turns for requests in this server, and the site is answered all the same. */
    @Test
    void listeners_are_bounded_and_keep_nobody_else_waiting() throws Exception {
        List<BufferedReader> listening = new ArrayList<>();
        for (int i = 0; i < ProgressApi.MOST_LISTENERS; i++) {
            BufferedReader events = lines(listen());
            assertNext(events, IDLE);
            listening.add(events);
        }
        HttpResponse<byte[]> refused = server.get(PATH, "Accept", "text/event-stream");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        for (BufferedReader events : listening) {
            events.close();
        }
    }

    @Test
    void who_asks_for_the_headers_gets_these_and_no_stream() {
        HttpResponse<byte[]> answer = server.send("HEAD", PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
    }

    @Test
    void who_does_not_take_events_is_told_so() {
        assertThat(server.get(PATH, "Accept", "text/html").statusCode()).isEqualTo(406);
    }
}
