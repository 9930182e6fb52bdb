package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.web.WebSettings.Allowance;

/** Every visitor has four tokens, and this machine is the proxy. */
final class FairUseTest {
    private static final Routes ROUTES = routes -> {
        PageKit.get(routes, "/suche", request -> request.result("found"));
        routes.get("/api/v1/practices", request -> request.result("found"));
        routes.get("/health/live", request -> request.result("up"));
    };

    private final TestServer server =
            TestServer.at("https://praxis.example.org", new Allowance(4, 1, TrustedProxies.parse("127.0.0.1")), ROUTES);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> from(String visitor, String path) {
        return server.get(path, "X-Forwarded-For", visitor);
    }

    @Test
    void whoever_has_spent_all_is_told_when_to_come_again() {
        assertThat(from("203.0.113.7", "/suche?state=DE-BE&state=DE-BY").statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> refused = from("203.0.113.7", "/suche?state=DE-BE&state=DE-BY");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(4);
        assertThat(refused.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
        assertThat(TestServer.text(refused))
                .contains("Von Ihrer Adresse kamen gerade sehr viele Anfragen.", "href=\"/api#viel\"")
                .doesNotContain("203.0.113.7");
        assertThat(server.refused()).containsExactly(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void others_are_not_held_back() {
        from("203.0.113.7", "/suche?q=*a");
        assertThat(from("203.0.113.7", "/suche?q=*a").statusCode()).isEqualTo(429);
        assertThat(from("203.0.113.8", "/suche?q=*a").statusCode()).isEqualTo(200);
    }

    @Test
    void an_invented_address_is_nobody_else() {
        from("203.0.113.7", "/suche?q=*a");
        assertThat(from("198.51.100.1, 203.0.113.7", "/suche?q=*a").statusCode())
                .isEqualTo(429);
    }

    @Test
    void neighbours_in_one_network_of_version_6_share() {
        from("2001:db8::1", "/suche?q=*a");
        assertThat(from("2001:db8::2", "/suche?q=*a").statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:0:1::2", "/suche?q=*a").statusCode()).isEqualTo(200);
    }

    @Test
    void no_spelling_of_the_address_is_cheaper() {
        from("203.0.113.7", "/suche?q=*a");
        assertThat(from("203.0.113.7", "/%73uche?q=*a").statusCode()).isEqualTo(429);
    }

    @Test
    void what_costs_nothing_is_always_answered() {
        from("203.0.113.7", "/suche?q=*a");
        assertThat(from("203.0.113.7", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void programs_get_problem_details() throws IOException {
        from("203.0.113.7", "/suche?q=*a");
        HttpResponse<byte[]> refused = from("203.0.113.7", "/api/v1/practices?q=*a");
        assertThat(new ObjectMapper().readTree(refused.body()).get("type").asText())
                .isEqualTo("/api#too-many");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void this_machine_itself_has_no_budget() {
        for (int i = 0; i < 5; i++) {
            assertThat(server.get("/suche?q=*a").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_proxy_nobody_has_named_is_not_believed_and_its_visitors_are_not_refused() {
        try (TestServer other = TestServer.start(TestServer.AMPLE, new Allowance(4, 1, TrustedProxies.NONE), ROUTES)) {
            for (int i = 0; i < 5; i++) {
                assertThat(other.get("/suche?q=*a", "X-Forwarded-For", "203.0.113.7")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
