package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class AnswersTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(new TestRoutes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String address(String path) {
        return path.replace("ASSET/", server.asset(""));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page",
                "/en/page",
                "/nothing",
                "/page-broken",
                "/api/v1/things",
                "/api/v1/nothing",
                "/api/v1/overflow",
                "ASSET/site.css",
                "ASSET/wrong.css"
            })
    void every_answer_carries_the_security_headers_and_nothing_telling(String path) {
        HttpResponse<byte[]> answer = server.get(address(path));
        assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().map().keySet())
                .doesNotContain("server", "set-cookie", "x-powered-by", "Server", "Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/api/v1/things", "ASSET/site.css", "ASSET/suggest.js"})
    void text_comes_compressed_to_who_asks(String path) throws IOException {
        HttpResponse<byte[]> plain = server.get(address(path));
        HttpResponse<byte[]> compressed = server.get(address(path), "Accept-Encoding", "br, gzip");
        assertThat(header(plain, "Content-Encoding")).isEqualTo("none");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity", "br"})
    void nobody_gets_gzip_who_refuses_it(String encodings) {
        for (String path : new String[] {"/page", "ASSET/site.css"}) {
            assertThat(header(server.get(address(path), "Accept-Encoding", encodings), "Content-Encoding"))
                    .isEqualTo("none");
        }
    }

    @Test
    void fonts_are_not_compressed_twice() {
        String font = server.asset("kern/fonts/fira-sans/FiraSans-Regular.woff2");
        HttpResponse<byte[]> answer = server.get(font, "Accept-Encoding", "gzip");
        assertThat(header(answer, "Content-Type")).isEqualTo("font/woff2");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/api/v1/things", "ASSET/site.css"})
    void what_the_client_has_is_not_sent_again(String path) {
        HttpResponse<byte[]> first = server.get(address(path), "Accept-Encoding", "gzip");
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("W/\"");
        for (String known : new String[] {tag, tag.substring(2), "\"other\", " + tag, "*"}) {
            HttpResponse<byte[]> again = server.get(address(path), "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding");
            assertThat(header(again, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
        }
    }

    @Test
    void what_has_changed_is_sent_again() {
        String tag = header(server.get("/api/v1/things?q=a"), "ETag");
        assertThat(server.get("/api/v1/things?q=b", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusals_have_no_etag_and_are_not_kept() {
        HttpResponse<byte[]> answer = server.get("/api/v1/things/none", "If-None-Match", "*");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "ETag")).isEqualTo("none");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void static_files_may_be_kept_for_ever() {
        HttpResponse<byte[]> answer = server.get(server.asset("site.css"));
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/css; charset=utf-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("@font-face");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASSET/none.css",
                "ASSET/",
                "ASSET/kern",
                "ASSET/kern/",
                "ASSET/site.css/",
                "ASSET/package.json",
                "/assets/000000000000/site.css",
                "/assets/site.css",
                "/assets"
            })
    void a_wrong_name_of_a_static_file_is_not_found(String path) {
        HttpResponse<byte[]> answer = server.get(address(path));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/page, 200",
        "/api/v1/things, 200",
        "/api/v1/things/none, 404",
        "/api/v1/things/gone, 410",
        "/nothing, 404",
        "/form, 405",
        "ASSET/site.css, 200"
    })
    void head_is_answered_like_get_without_the_body(String path, int status) {
        HttpResponse<byte[]> get = server.get(address(path));
        HttpResponse<byte[]> head = server.send("HEAD", address(path));
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Cache-Control", "Allow"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Test
    void a_connection_goes_on_after_head() {
        RawAnswer answers = server.raw(String.join(
                "\r\n",
                List.of(
                        "HEAD /api/v1/things HTTP/1.1",
                        "Host: a",
                        "",
                        "GET /api/v1/things?q=second HTTP/1.1",
                        "Host: a",
                        "Connection: close",
                        "",
                        "")));
        assertThat(answers.status()).isEqualTo(200);
        assertThat(answers.body()).startsWith("HTTP/1.1 200").contains("{\"q\":\"second\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/things", "/api/v1/things/none", "/api/v1/broken"})
    void scripts_of_other_origins_may_read_the_api(String path) {
        HttpResponse<byte[]> answer = server.get(path, "Origin", "https://notebook.example");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("none");
    }

    @Test
    void browsers_that_ask_before_are_told_what_they_may() {
        HttpResponse<byte[]> answer = server.send(
                "OPTIONS",
                "/api/v1/things",
                "Origin",
                "https://notebook.example",
                "Access-Control-Request-Method",
                "GET");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void pages_are_not_open_to_scripts_of_other_origins() {
        assertThat(header(server.get("/page", "Origin", "https://other.example"), "Access-Control-Allow-Origin"))
                .isEqualTo("none");
    }
}
