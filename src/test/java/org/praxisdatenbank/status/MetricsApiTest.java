package org.praxisdatenbank.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HttpStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.status.Condition.Index;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.web.OnlyFrom;
import org.praxisdatenbank.web.TestServer;
import org.praxisdatenbank.web.TrustedProxies;

@SuppressWarnings("NullAway.Init")
class MetricsApiTest {
    private static final Condition CONDITION =
            new FixedCondition(159, true, new Index(158, "g1", new Lag(1, Duration.ofMillis(1250)), null));

    private static final OnlyFrom LOOPBACK = OnlyFrom.parse("127.0.0.0/8,::1", TrustedProxies.NONE);

    private MetricsApi metrics;
    private TestServer server;

    @BeforeEach
    void start() {
        metrics = new MetricsApi(CONDITION, LOOPBACK);
        server = TestServer.start(
                metrics,
                routes -> routes.get("/things/{id}", request -> request.result("thing")),
                routes -> routes.get("/api/v1/broken", request -> {
                    throw new IllegalStateException();
                }));
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    private String scrape() {
        return TestServer.text(server.get("/metrics"));
    }

    @Test
    void prometheus_can_read_them() {
        HttpResponse<byte[]> answer = server.get("/metrics", "Accept", "application/openmetrics-text, */*;q=0.1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , , 200",
        "'10.0.0.0/8,::1', , , 403",
        "127.0.0.1, , 127.0.0.1, 403",
        "127.0.0.1, 127.0.0.1, 203.0.113.7, 403",
        "'127.0.0.1,203.0.113.0/24', 127.0.0.1, 203.0.113.7, 200",
        "203.0.113.7, 127.0.0.1, '203.0.113.7, 198.51.100.1', 403",
        "'0.0.0.0/0,::/0', 127.0.0.1, 203.0.113.7, 200",
    })
    void only_those_may_read_them_who_are_named(
            String from, @Nullable String proxies, @Nullable String forwardedFor, int status) {
        TrustedProxies trusted = proxies == null ? TrustedProxies.NONE : TrustedProxies.parse(proxies);
        try (MetricsApi some = new MetricsApi(CONDITION, OnlyFrom.parse(from, trusted));
                TestServer other = TestServer.start(some)) {
            HttpResponse<byte[]> answer = forwardedFor == null
                    ? other.get("/metrics")
                    : other.get("/metrics", "X-Forwarded-For", forwardedFor);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(TestServer.text(answer)).contains(status == 200 ? "praxis_practices" : "PRAXIS_METRICS_FROM");
        }
    }

    @Test
    void practices_index_and_jvm_are_measured() {
        assertThat(scrape())
                .contains(
                        "praxis_practices 159.0",
                        "praxis_indexed 158.0",
                        "praxis_index_lag 1.0",
                        "praxis_index_lag_seconds 1.25")
                .contains("praxis_trouble{kind=\"database_away\"} 0.0")
                .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_uptime_seconds")
                .contains("process_cpu_usage", "jvm_gc_");
    }

    @Test
    void requests_are_counted_by_template_and_never_by_what_was_typed() {
        server.get("/things/secret-one");
        server.send("HEAD", "/things/secret-two");
        server.get("/secret-three");
        server.get("/api/v1/broken");
        server.send("SECRET", "/things/four");
        assertThat(scrape())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/things/{id}\",status=\"200\"} 2")
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 1")
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/broken\",status=\"500\"} 1")
                .contains("http_server_requests_seconds_count{method=\"OTHER\",route=\"none\",status=\"405\"} 1")
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void what_is_refused_before_its_route_is_counted_too() {
        server.get("/api/v1/broken", "Accept", "text/html");
        assertThat(scrape())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"406\"} 1");
    }

    @Test
    void refusals_and_the_parts_of_searches_are_measured() {
        metrics.refused(HttpStatus.TOO_MANY_REQUESTS);
        metrics.searched("find", Duration.ofMillis(1500));
        assertThat(scrape())
                .contains("http_server_refused_total{status=\"429\"} 1")
                .contains("praxis_search_part_seconds_sum{part=\"find\"} 1.5");
    }

    @Test
    void what_cannot_be_known_is_not_a_number() {
        try (MetricsApi alone = new MetricsApi(new FixedCondition(159, false, null), LOOPBACK);
                TestServer other = TestServer.start(alone)) {
            assertThat(TestServer.text(other.get("/metrics"))).contains("praxis_practices NaN", "praxis_indexed NaN");
        }
    }
}
