package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The whole program under more than it may work on at the same time; what matters is that it answers, not how fast. */
final class OverloadIT {
    private static final int CLIENTS = 40;
    private static final int REQUESTS_EACH = 15;
    private static final List<String> PATHS = List.of(
            "/suche?q=bewegung&state=DE-BE&topic=aeltere",
            "/en/suche?q=*eit*+ges*~",
            "/api/v1/practices?q=kinder+gesund&size=100",
            "/api/v1/suggest?q=ges",
            "/angebote/kiezdetektive-berlin");

    private static final Map<Setting, String> TINY = Map.of(
            Setting.MAX_REQUESTS, "6",
            Setting.MAX_SEARCHES, "1",
            Setting.MAX_SEARCH_WAIT_MILLIS, "5",
            Setting.BUDGET_TOKENS, "100",
            Setting.BUDGET_REFILL, "1",
            Setting.TRUSTED_PROXIES, "127.0.0.1");

    @Test
    void every_answer_is_the_page_or_a_refusal_that_says_when_to_come_again() throws Exception {
        try (TestApp app = TestApp.start(TINY)) {
            List<HttpResponse<String>> answers = rush(app);
            assertThat(answers).hasSize(CLIENTS * REQUESTS_EACH).allSatisfy(OverloadIT::isAnAnswer);
            assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 503);
            assertThat(askUntilRefused(app)).isEqualTo(429);
            assertThat(app.get(PATHS.getFirst()).statusCode()).isEqualTo(200);
            assertThat(app.get("/metrics").body())
                    .contains("http_server_refused_total{status=\"429\"}", "http_server_refused_total{status=\"503\"}");
        }
    }

    /** One after the other, so none meets too much to do. */
    private static int askUntilRefused(TestApp app) {
        int status = 200;
        for (int i = 0; i < 100 && status == 200; i++) {
            status = app.get(PATHS.get(1), "X-Forwarded-For", "203.0.113.2").statusCode();
        }
        return status;
    }

    private static void isAnAnswer(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 429, 503);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        }
    }

    /** Half of the clients are of one address, the others each of their own. */
    private static List<HttpResponse<String>> rush(TestApp app) throws InterruptedException, ExecutionException {
        List<Callable<List<HttpResponse<String>>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String address = i % 2 == 0 ? "203.0.113.1" : "198.51.100." + i;
            clients.add(() -> ask(app, address));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<HttpResponse<String>>> client : threads.invokeAll(clients)) {
                answers.addAll(client.get());
            }
        }
        return answers;
    }

    private static List<HttpResponse<String>> ask(TestApp app, String address) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS_EACH; i++) {
            String path = PATHS.get(ThreadLocalRandom.current().nextInt(PATHS.size()));
            answers.add(app.get(path, "X-Forwarded-For", address));
            assertThat(app.get("/health/live").statusCode()).isEqualTo(200);
        }
        return answers;
    }
}
