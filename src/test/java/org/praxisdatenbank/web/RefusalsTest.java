package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@SuppressWarnings("NullAway.Init")
class RefusalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(new TestRoutes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/things/none, 404, /api#not-found",
        "/api/v1/things/gone, 410, /api#gone",
        "/api/v1/things/invalid, 400, /api#invalid",
        "/api/v1/things/not-ready, 503, /api#not-ready",
        "/api/v1/broken, 500, /api#failed",
        "/api/v1/cut-off, 503, /api#not-ready",
        "/api/v1/nothing, 404, /api#not-found",
        "/api/, 404, /api#not-found",
        "/health/nothing, 404, /api#not-found",
        "/api/v1/things?q=%E4, 400, /api#invalid"
    })
    void programs_get_problem_details(String path, int status, String type) throws IOException {
        HttpResponse<byte[]> answer = server.get(path);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.get("type").asText()).isEqualTo(type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("secret");
    }

    @Test
    void the_parameter_at_fault_is_named() throws IOException {
        assertThat(JSON.readTree(server.get("/api/v1/things/invalid").body())
                        .get("parameter")
                        .asText())
                .isEqualTo("size");
    }

    @ParameterizedTest
    @CsvSource({
        "/page/none, 404, de",
        "/en/page/none, 404, en",
        "/page/gone, 410, de",
        "/page/invalid, 400, de",
        "/en/page/not-ready, 503, en",
        "/page-broken, 500, de",
        "/en/nothing, 404, en",
        "/form, 405, de"
    })
    void people_get_a_page_in_their_language(String path, int status, String language) {
        HttpResponse<byte[]> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("text/html;charset=utf-8"));
        assertThat(TestServer.text(answer))
                .contains("<html lang=\"" + language + "\">")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
    void a_wrong_method_is_told_the_right_ones(String method) throws IOException {
        HttpResponse<byte[]> answer = server.send(method, "/api/v1/things");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(JSON.readTree(answer.body()).get("type").asText()).isEqualTo("/api#method");
    }

    @Test
    void trace_is_refused() {
        assertThat(server.raw("TRACE /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void a_wrong_method_on_a_page_is_told_the_right_ones_on_a_page() {
        HttpResponse<byte[]> answer = server.send("DELETE", "/page");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(TestServer.text(answer)).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/things, 'GET, HEAD, OPTIONS'", "/page, 'GET, HEAD, OPTIONS'", "/form, 'POST, OPTIONS'"})
    void options_are_told(String path, String allowed) {
        HttpResponse<byte[]> answer = server.send("OPTIONS", path);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/*",
                "application/json;q=0",
                "application/json;q=0.0, */*",
                "text/html, */*;q=0"
            })
    void who_does_not_take_json_gets_a_406_from_the_api(String accept) throws IOException {
        HttpResponse<byte[]> answer = server.get("/api/v1/things", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(JSON.readTree(answer.body()).get("type").asText()).isEqualTo("/api#not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*;q=0.5",
                "text/html,application/xhtml+xml,*/*;q=0.8",
                "APPLICATION/JSON; charset=utf-8",
                "application/problem+json, application/json"
            })
    void who_takes_json_gets_it(String accept) {
        assertThat(server.get("/api/v1/things", "Accept", accept).statusCode()).isEqualTo(200);
    }

    @Test
    void the_log_names_the_route_and_not_the_path_which_may_be_a_secret() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Problems.class);
        log.start();
        logger.addAppender(log);
        assertThat(server.get("/link-broken/geheim").statusCode()).isEqualTo(500);
        logger.detachAppender(log);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("answering GET /link-broken/{token}")
                .noneMatch(message -> message.contains("geheim"));
    }

    @Test
    void a_body_larger_than_allowed_is_refused_unread() {
        RawAnswer answer = server.raw(
                "POST /api/v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).contains("/api#too-large");
    }

    /** What is not well-formed, and the answer: the status, and the same headers as everywhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/things/%zz HTTP/1.1",
                "GET /api/v1/things/% HTTP/1.1",
                "GET /api/v1/things/%00 HTTP/1.1",
                "GET /page/%FF%FE HTTP/1.1",
                "GET /page/%c3%28 HTTP/1.1",
                "GET /page/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /assets/..%2f..%2fetc/passwd HTTP/1.1",
                "GET /assets/..;/..;/etc/passwd HTTP/1.1",
                "GET /page\\..\\x HTTP/1.1",
                "GET /page/\u0000 HTTP/1.1",
                "GET /page/\u00e4 HTTP/1.1",
                "GET page HTTP/1.1",
                "GET  HTTP/1.1",
                "GET /page HTTP/9.9",
                "\u0001\u0002\u0003 / HTTP/1.1"
            })
    void what_is_not_well_formed_is_refused_as_a_problem(String line) {
        RawAnswer answer = server.raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404, 505);
        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers()).containsKeys("content-security-policy", "content-type");
        assertThat(answer.headers()).doesNotContainKey("server");
        assertThat(answer.body()).doesNotContain("root:", "jetty", "Jetty", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/things?q=%zz HTTP/1.1",
                "GET /api/v1/things?q=% HTTP/1.1",
                "GET /api/v1/things?q=%C3%28 HTTP/1.1",
                "GET /api/v1/things?q=%ff&r=1 HTTP/1.1"
            })
    void broken_encoding_in_the_query_names_the_parameter(String line) throws IOException {
        RawAnswer answer = server.raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("parameter").asText()).isEqualTo("q");
    }

    @Test
    void raw_bytes_in_the_query_are_no_server_error() {
        for (String q : List.of("\u00e4", "\u00c3\u00a4", "\u0080", "{}|^`<>\"", "%00", "a#b", "\u00ff\u00fe")) {
            RawAnswer answer =
                    server.raw("GET /api/v1/things?q=" + q + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).as(q).isIn(200, 400);
        }
    }

    @Test
    void an_address_without_end_is_refused_as_a_problem() {
        RawAnswer answer = server.raw(
                "GET /api/v1/things?q=" + "a".repeat(60_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void headers_without_end_are_refused_as_a_problem() {
        RawAnswer answer = server.raw(
                "GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: " + "a".repeat(60_000) + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void a_thousand_characters_outside_the_basic_plane_fit_into_the_address() {
        assertThat(server.get("/api/v1/things?q=" + "%F0%9F%8C%8D".repeat(1_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_errors_end_is_a_problem_too() {
        HttpResponse<byte[]> answer = server.get("/api/v1/overflow");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestServer.text(answer)).contains("/api#failed").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/nothing", "/api/v1/things"})
    void a_wish_for_a_websocket_is_no_way_around_the_headers(String path) {
        RawAnswer answer = server.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n\r\n");
        assertThat(answer.status()).isIn(200, 404);
        assertThat(answer.headers()).containsKeys("content-security-policy", "content-type");
        assertThat(answer.body()).doesNotContain("Jetty", "WebSocket handler");
    }
}
