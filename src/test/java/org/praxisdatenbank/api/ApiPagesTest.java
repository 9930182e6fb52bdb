package org.praxisdatenbank.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.web.TestServer;

@SuppressWarnings("NullAway.Init")
class ApiPagesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.withPages(pages -> List.of(new ApiPages(pages)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_document_is_served_as_it_is() {
        HttpResponse<byte[]> answer = server.get("/api/v1/openapi.json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(new ApiDescription().bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/en/api"})
    void the_page_shows_all_of_the_document(String path) throws IOException {
        String page = TestServer.text(server.get(path));
        JsonNode document = new ObjectMapper().readTree(new ApiDescription().bytes());
        document.path("paths").fieldNames().forEachRemaining(name -> assertThat(page)
                .contains("<code>GET " + name + "</code>"));
        document.path("components").path("parameters").fieldNames().forEachRemaining(name -> assertThat(page)
                .contains("<code>" + name + "</code>"));
        document.path("components").path("schemas").forEach(schema -> schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> assertThat(page).contains("<code>" + name + "</code>")));
    }

    @Test
    void the_page_speaks_the_language_of_its_address() {
        assertThat(TestServer.text(server.get("/api"))).contains("<html lang=\"de\">", "Daten und Schnittstelle");
        assertThat(TestServer.text(server.get("/en/api"))).contains("<html lang=\"en\">", "Data and API");
    }

    @Test
    void every_type_of_problem_has_its_anchor() {
        String page = TestServer.text(server.get("/api"));
        for (String kind : List.of(
                "not-found",
                "gone",
                "invalid",
                "bad-request",
                "method",
                "not-acceptable",
                "too-large",
                "not-ready",
                "failed")) {
            assertThat(page).contains("<div id=\"" + kind + "\">");
        }
    }

    @Test
    void names_between_backticks_are_code() {
        assertThat(TestServer.text(server.get("/api")))
                .contains("<code>all</code>: every word must match")
                .doesNotContain("`");
    }
}
