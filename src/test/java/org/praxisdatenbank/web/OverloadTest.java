package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.web.WebSettings.Allowance;
import org.praxisdatenbank.web.WebSettings.Load;

/** Two requests at the same time, one of them a search; the test holds them until it lets them end. */
final class OverloadTest implements Routes {
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CompletableFuture<HttpResponse<byte[]>>> held = new ArrayList<>();
    private final TestServer server = TestServer.start(new Load(100, 2, 1, 0), Allowance.UNLIMITED, this);

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        PageKit.get(routes, "/suche", request -> hold());
        PageKit.get(routes, "/seite", request -> hold());
        routes.get("/health/live", request -> request.result("up"));
        routes.get("/api/v1/practices", request -> request.result("found"));
        routes.get("/broken", request -> {
            throw new StackOverflowError();
        });
    }

    private void hold() throws InterruptedException {
        begun.release();
        end.await();
    }

    private void occupy(String path) {
        held.add(CompletableFuture.supplyAsync(() -> server.get(path)));
        begun.acquireUninterruptibly();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void one_search_more_than_allowed_is_refused_at_once_and_pages_are_still_shown() {
        occupy("/suche");
        HttpResponse<byte[]> refused = server.get("/api/v1/practices");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(server.get("/nichts").statusCode()).isEqualTo(404);
        assertThat(server.refused()).containsExactly(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void when_all_is_over_the_next_request_is_answered() {
        occupy("/suche");
        occupy("/seite");
        assertThat(server.get("/seite").statusCode()).isEqualTo(503);
        end.countDown();
        assertThat(held)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(server.get("/suche").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "site.css"})
    void what_costs_nothing_is_always_answered(String path) {
        occupy("/seite");
        occupy("/seite");
        assertThat(server.get(path.startsWith("/") ? path : server.asset(path)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/seite, de, Gerade zu viele Anfragen", "/en/suche?q=a, en, Too many requests right now"})
    void people_get_a_page_in_their_language(String path, String language, String title) {
        occupy("/seite");
        occupy("/seite");
        HttpResponse<byte[]> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(TestServer.text(answer)).contains("<html lang=\"" + language + "\">", ">" + title + "</h1>");
    }

    @Test
    void programs_get_problem_details_that_scripts_elsewhere_can_read() throws IOException {
        occupy("/seite");
        occupy("/seite");
        HttpResponse<byte[]> answer = server.get("/api/v1/practices");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(problem.get("type").asText()).isEqualTo("/api#overloaded");
        assertThat(problem.get("status").asInt()).isEqualTo(503);
    }

    @Test
    void a_request_that_breaks_gives_its_turn_back() {
        for (int i = 0; i < 5; i++) {
            assertThat(server.get("/broken").statusCode()).isEqualTo(500);
            assertThat(server.get("/nichts").statusCode()).isEqualTo(404);
        }
    }
}
