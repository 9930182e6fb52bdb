package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose forms are taken, behind a proxy that visitors reach by https. */
final class SameSiteTest {
    private static final Routes FORM = server ->
            server.post("/form", request -> request.result("taken")).get("/form", request -> request.result("read"));
    private static TestServer server;
    private static TestServer plain;

    @BeforeAll
    static void start() {
        server = TestServer.at("https://praxis.example.org", FORM);
        plain = TestServer.start(FORM);
    }

    @AfterAll
    static void close() {
        server.close();
        plain.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://praxis.example.org, 200",
        "Origin, https://praxis.example.org.evil.example, 403",
        "Origin, http://praxis.example.org, 403",
        "Origin, null, 403",
        "Origin, not an address, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Cookie, a=b, 403",
        "Accept, text/html, 200"
    })
    void a_form_must_come_from_here_unless_a_program_without_a_cookie_sends_it(String name, String value, int status) {
        assertThat(server.send("POST", "/form", name, value).statusCode()).isEqualTo(status);
        assertThat(server.send("GET", "/form", name, value).statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_known_address_the_host_that_was_asked_counts() {
        assertThat(plain.send("POST", "/form", "Origin", "http://127.0.0.1:" + plain.port())
                        .statusCode())
                .isEqualTo(200);
        assertThat(plain.send("POST", "/form", "Origin", "http://localhost:1").statusCode())
                .isEqualTo(403);
    }

    @Test
    void browsers_are_told_to_come_by_https_only_where_that_is_the_address() {
        assertThat(server.get("/form").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
        assertThat(plain.get("/form").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /form%zz HTTP/1.1, 400",
        "GET /%2e%2e/form HTTP/1.1, 400",
        "GET /form HTTP/9.9, 505",
        "nothing, 400"
    })
    void also_where_the_request_cannot_be_read(String line, int status) {
        RawAnswer answer = server.raw(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
}
