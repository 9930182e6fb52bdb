package org.praxisdatenbank.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

/** The real answers of the whole program are what the OpenAPI document says, with no field more. */
class OpenApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApi DOCUMENT = OpenApi.read();
    private static final String SEARCH = "/api/v1/practices";
    private static final String PRACTICE = "/api/v1/practices/{id}";

    private static HttpResponse<byte[]> send(String method, String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(TestApp.shared().address() + address))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }

    private static HttpResponse<byte[]> get(String address, String... headers) {
        return send("GET", address, headers);
    }

    /** Some address of that path. */
    private static String example(String path) {
        return path.replace("{id}", "some-id").replace("{facet}", "provider").replace("{number}", "1");
    }

    private static JsonNode described(String path, String address, int status) throws IOException {
        HttpResponse<byte[]> answer = get(address);
        assertThat(answer.statusCode())
                .as(address + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(status);
        DOCUMENT.assertDescribes(path, answer);
        return JSON.readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=bewegung",
                "?q=kinder&highlight=false&facets=",
                "?q=bewegung&state=DE-BE&state=DE-HH&size=1",
                "?topic.all=kinder-und-jugendliche&good_practice=true&criterion.min=partizipation:1",
                "?q=gesundhet&match=some&sort=title&size=100&facets=state,topic",
                "?year.from=1990&year.to=2030&status=running&status.not=unknown&type.not=network",
                "?q=%22gibt+es+nicht%22",
                "?q=kidner+bewegnug&state=DE-BE",
                "?q=kinder+xyzzyx+ort:nirgends&match=all",
                "?q=bewegung,+kinder!+-",
                "?q=-"
            })
    void a_search_is_answered_as_described(String query) throws IOException {
        described(SEARCH, SEARCH + query, 200);
    }

    @ParameterizedTest
    @CsvSource({"csv, q=bewegung&bom=true", "xlsx, state=DE-BE", "jsonl, q=kinder&match=some", "csv, bom=perhaps"})
    void a_file_is_answered_as_described(String ending, String query) throws IOException {
        String path = "/api/v1/export." + ending;
        DOCUMENT.assertDescribes(path, get(path + "?" + query));
    }

    @Test
    void a_search_goes_on_with_its_cursor_as_described() throws IOException {
        String next = described(SEARCH, SEARCH + "?size=1", 200).path("next").asText();
        assertThat(next).isNotBlank();
        described(SEARCH, SEARCH + "?size=1&after=" + next, 200);
    }

    @Test
    void every_practice_is_answered_as_described() throws IOException {
        for (JsonNode hit : described(SEARCH, SEARCH + "?size=100", 200).path("hits")) {
            String id = hit.path("id").asText();
            described(PRACTICE, SEARCH + "/" + id, 200);
        }
    }

    @Test
    void similar_practices_are_answered_as_described() throws IOException {
        String id = described(SEARCH, SEARCH + "?size=1", 200).at("/hits/0/id").asText();
        assertThat(described(PRACTICE + "/similar", SEARCH + "/" + id + "/similar", 200)
                        .path("hits"))
                .isNotEmpty();
    }

    @Test
    void a_history_is_answered_as_described() throws IOException {
        String path = SEARCH + "/schutzengel-flensburg/revisions";
        described(PRACTICE + "/revisions", path, 200);
        described(PRACTICE + "/revisions/{number}", path + "/1", 200);
        described(PRACTICE + "/revisions/{number}", path + "/2", 404);
        described(PRACTICE + "/revisions", path + "?before=x", 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider?find=e+v&size=5&page=2", "year?q=bewegung&state=DE-BE", "topic", "status?find=x"})
    void values_of_a_facet_are_answered_as_described(String query) throws IOException {
        described("/api/v1/facets/{facet}", "/api/v1/facets/" + query, 200);
    }

    @Test
    void an_unknown_facet_is_refused_as_described() throws IOException {
        described("/api/v1/facets/{facet}", "/api/v1/facets/colour", 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=ge", "?q=berlin", "?q=xyzxyz"})
    void completions_are_answered_as_described(String query) throws IOException {
        described("/api/v1/suggest", "/api/v1/suggest" + query, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/vocabularies", "/api/v1/status", "/api/v1/openapi.json", "/health/live", "/health/ready"
            })
    void what_takes_no_parameters_is_answered_as_described(String path) throws IOException {
        described(path, path, 200);
    }

    @Test
    void an_event_of_progress_is_as_described() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestApp.shared().address() + "/api/v1/index/progress"))
                .build();
        try (Stream<String> lines = CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            String data =
                    lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
            JsonNode schema = DOCUMENT.document().at("/components/schemas/Progress");
            assertThat(DOCUMENT.errors(schema, JSON.readTree(data.substring("data: ".length()))))
                    .isEmpty();
        }
    }

    @Test
    void measurements_are_answered_as_described() throws IOException {
        HttpResponse<byte[]> answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        DOCUMENT.assertDescribes("/metrics", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/practices, ?size=0, size",
        "/api/v1/practices, ?size=101, size",
        "/api/v1/practices, ?page=1001, page",
        "/api/v1/practices, ?state=DE-XX, state",
        "/api/v1/practices, ?state.all=XX, state.all",
        "/api/v1/practices, ?staat=DE-BE, staat",
        "/api/v1/practices, ?sort=best, sort",
        "/api/v1/practices, ?match=none, match",
        "/api/v1/practices, ?facets=colour, facets",
        "/api/v1/practices, ?criterion.min=partizipation, criterion.min",
        "/api/v1/practices, ?year.from=2020&year.to=2010, year.to",
        "/api/v1/practices, ?highlight=maybe, highlight",
        "/api/v1/practices, ?after=invented, after",
        "/api/v1/practices, ?q=%E4, q",
        "/api/v1/practices, ?q=((((((((((((kita, q",
        "/api/v1/practices, ?q=*a+*b+*c+*d, q",
        "/api/v1/suggest, ?query=a, query",
        "/api/v1/facets/{facet}, ?size=101, size",
        "/api/v1/facets/{facet}, ?facets=topic, facets"
    })
    void a_refused_parameter_is_named_as_described(String path, String query, String parameter) throws IOException {
        assertThat(described(path, path.replace("{facet}", "provider") + query, 400)
                        .path("parameter")
                        .asText())
                .isEqualTo(parameter);
    }

    @Test
    void an_unknown_practice_is_refused_as_described() throws IOException {
        described(PRACTICE, SEARCH + "/gibt-es-nicht", 404);
        described(PRACTICE + "/similar", SEARCH + "/gibt-es-nicht/similar", 404);
        described(PRACTICE, SEARCH + "/NO_ID", 404);
    }

    @Test
    void every_path_refuses_other_methods_as_described() throws IOException {
        for (String path : (Iterable<String>) DOCUMENT.document().path("paths")::fieldNames) {
            HttpResponse<byte[]> answer = send("POST", example(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
            DOCUMENT.assertDescribes(path, answer);
        }
    }

    @Test
    void every_path_of_the_api_refuses_other_formats_as_described() throws IOException {
        for (String path : (Iterable<String>) DOCUMENT.document().path("paths")::fieldNames) {
            if (path.startsWith("/api/")) {
                HttpResponse<byte[]> answer = get(example(path), "Accept", "text/html");
                assertThat(answer.statusCode()).as(path).isEqualTo(406);
                DOCUMENT.assertDescribes(path, answer);
            }
        }
    }

    @Test
    void every_parameter_of_the_document_is_taken() {
        for (JsonNode parameter : DOCUMENT.document().path("components").path("parameters")) {
            String name = parameter.path("name").asText();
            assertThat(get(SEARCH + "?" + name + "=").statusCode()).as(name).isEqualTo(200);
        }
    }
}
