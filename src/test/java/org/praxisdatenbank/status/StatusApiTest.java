package org.praxisdatenbank.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.status.Condition.Check;
import org.praxisdatenbank.status.Condition.Index;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.sync.Trouble;
import org.praxisdatenbank.web.TestServer;

class StatusApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant VERIFIED = Instant.parse("2026-01-15T09:30:04Z");
    private static final Index INDEX = new Index(158, "g1", new Lag(1, Duration.ofMillis(1250)), VERIFIED);
    private static final Check CHECK = new Check(Instant.parse("2026-01-15T10:30:04Z"), 159, 158, 156, 4, false);
    private static final Lag NONE = new Lag(0, Duration.ZERO);
    private static final Trouble AWAY = new Trouble(Trouble.Kind.DATABASE_AWAY, VERIFIED);

    private static Condition with(boolean isDatabaseReachable, @Nullable Index index) {
        return new FixedCondition(159, isDatabaseReachable, index);
    }

    private static HttpResponse<byte[]> get(Condition condition, String path) {
        try (TestServer server = TestServer.start(new StatusApi(condition, "0.1.0"))) {
            return server.get(path);
        }
    }

    private static void assertJson(HttpResponse<byte[]> answer, String expected) throws IOException {
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void the_status_tells_what_database_and_index_hold() throws IOException {
        assertJson(
                get(new FixedCondition(159, true, INDEX, CHECK), "/api/v1/status"),
                """
                {"practices": 159, "indexed": 158, "generation": "g1", "lag": 1, "lag_seconds": 1.250,
                 "verified_at": "2026-01-15T09:30:04Z",
                 "verification": {"at": "2026-01-15T10:30:04Z", "published": 159, "indexed": 158, "equal": 156,
                  "different": 4, "damaged": false},
                 "version": "0.1.0", "troubles": []}""");
    }

    @Test
    void without_the_database_the_status_tells_what_is_known_and_since_when() throws IOException {
        Condition away = new FixedCondition(159, false, new Index(158, "g1", null, VERIFIED), null, List.of(AWAY));
        assertJson(
                get(away, "/api/v1/status"),
                """
                {"practices": null, "indexed": 158, "generation": "g1", "lag": null, "lag_seconds": null,
                 "verified_at": "2026-01-15T09:30:04Z", "verification": null, "version": "0.1.0", "troubles": [
                 {"kind": "database_away", "since": "2026-01-15T09:30:04Z",
                  "detail": "The database does not answer."}]}""");
    }

    @Test
    void before_the_first_verification_it_is_null() throws IOException {
        HttpResponse<byte[]> answer = get(with(true, new Index(159, "g1", NONE, null)), "/api/v1/status");
        assertThat(JSON.readTree(answer.body()).get("verified_at").isNull()).isTrue();
        assertThat(JSON.readTree(answer.body()).get("verification").isNull()).isTrue();
    }

    @Test
    void without_an_index_there_is_no_status() {
        HttpResponse<byte[]> answer = get(with(true, null), "/api/v1/status");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_living_process_says_so_whatever_is_missing() throws IOException {
        HttpResponse<byte[]> answer = get(with(false, null), "/health/live");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertJson(answer, "{\"status\": \"up\"}");
    }

    @Test
    void with_database_and_index_it_is_ready() throws IOException {
        HttpResponse<byte[]> answer = get(with(true, INDEX), "/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertJson(
                answer,
                """
                {"status": "up", "parts": {"database": "up", "index": "up", "following": "up"}, "troubles": []}""");
    }

    @Test
    void what_is_missing_is_named() throws IOException {
        HttpResponse<byte[]> answer = get(new FixedCondition(159, false, INDEX, null, List.of(AWAY)), "/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertJson(
                answer,
                """
                {"type": "/api#not-ready", "title": "Not available at the moment", "status": 503,
                 "detail": "Missing: database, following.",
                 "parts": {"database": "down", "index": "up", "following": "down"}, "troubles": [
                 {"kind": "database_away", "since": "2026-01-15T09:30:04Z",
                  "detail": "The database does not answer."}]}""");
    }
}
