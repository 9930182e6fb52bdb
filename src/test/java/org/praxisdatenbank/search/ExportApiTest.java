package org.praxisdatenbank.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

/** Files with all that a search finds. */
final class ExportApiTest {
    private static final TestApp APP = TestApp.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static HttpResponse<byte[]> send(String method, String path, String... headers) {
        return send(APP, method, path, headers);
    }

    private static HttpResponse<byte[]> send(TestApp app, String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(app.address() + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static List<String> found(TestApp app, String query) throws IOException {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            String path = "/api/v1/practices?size=100&" + query + (after.isEmpty() ? "" : "&after=" + after);
            JsonNode answer = JSON.readTree(app.get(path).body());
            answer.path("hits").forEach(hit -> ids.add(hit.path("id").asText()));
            after = answer.path("next").asText();
        } while (!after.isEmpty());
        return ids;
    }

    private static List<String> ids(HttpResponse<byte[]> lines) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : new String(lines.body(), UTF_8).lines().toList()) {
            ids.add(JSON.readTree(line).path("id").asText());
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=bewegung",
                "q=kinder+familie&match=some",
                "q=kinder&sort=title",
                "sort=newest",
                "sort=updated&state=DE-BE",
                "sort=relevance",
                "good_practice=true&topic=aeltere",
                "q=gibtesnichtxyz"
            })
    void all_hits_come_in_their_order(String query) throws IOException {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/export.jsonl?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> found = found(APP, query);
        assertThat(ids(answer)).isEqualTo(found);
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue(String.valueOf(found.size()));
    }

    @Test
    void a_record_is_the_one_of_the_api() throws IOException {
        String line = new String(
                        send("GET", "/api/v1/export.jsonl?q=schutzengel").body(), UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        JsonNode record = JSON.readTree(line);
        JsonNode known = JSON.readTree(
                APP.get("/api/v1/practices/" + record.path("id").asText()).body());
        record.properties()
                .forEach(field -> assertThat(known.get(field.getKey())).isEqualTo(field.getValue()));
    }

    @Test
    void csv_has_a_row_for_each() throws IOException {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/export.csv?q=bewegung&state=DE-BE&bom=true");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"praxisdatenbank-\\d{4}-\\d\\d-\\d\\d-bewegung-de-be\\.csv\"");
        String text = new String(answer.body(), UTF_8);
        assertThat(text).startsWith("\uFEFFid,type,title,");
        assertThat(CsvReader.builder().ofCsvRecord(text).stream().skip(1).map(row -> row.getField(0)))
                .isEqualTo(found(APP, "q=bewegung&state=DE-BE"));
        assertThat(new String(send("GET", "/api/v1/export.csv").body(), UTF_8)).startsWith("id,type");
    }

    @Test
    void xlsx_is_a_workbook() throws IOException {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/export.xlsx?q=bewegung");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("[Content_Types].xml");
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("sheet1.xml")) {
                    String sheet = new String(zip.readAllBytes(), UTF_8);
                    assertThat(sheet.split("<row "))
                            .hasSize(found(APP, "q=bewegung").size() + 2);
                }
            }
        }
    }

    @Test
    void head_tells_the_number_alone() {
        HttpResponse<byte[]> answer = send("HEAD", "/api/v1/export.csv?q=bewegung");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Total-Count")).isPresent();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=DE-XX", "staat=DE-BE", "bom=perhaps", "sort=best", "q=*a+*b+*c+*d"})
    void what_a_search_refuses_an_export_refuses(String query) {
        HttpResponse<byte[]> answer = send("GET", "/api/v1/export.csv?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void its_type_must_be_accepted() {
        assertThat(send("GET", "/api/v1/export.csv", "Accept", "text/csv").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/export.csv", "Accept", "text/html,*/*;q=0.8")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/export.csv", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void what_was_withdrawn_since_is_left_out_and_not_counted() throws IOException {
        try (TestApp app = TestApp.start()) {
            List<String> found = found(app, "q=bewegung");
            // without a row in the change log the index goes on holding it
            app.database().database().jdbi().useHandle(db -> db.createUpdate(
                            "UPDATE practice SET status = 'withdrawn', withdrawn_on = current_date WHERE id = :id")
                    .bind("id", found.get(1))
                    .execute());
            HttpResponse<byte[]> answer = send(app, "GET", "/api/v1/export.jsonl?q=bewegung");
            List<String> left = new ArrayList<>(found);
            left.remove(1);
            assertThat(ids(answer)).isEqualTo(left);
            assertThat(answer.headers().firstValue("X-Total-Count")).hasValue(String.valueOf(left.size()));
        }
    }

    @Test
    void the_search_page_leads_to_it_where_something_was_found() {
        String page = APP.get("/suche?q=bewegung&state=DE-BE&page=2").body();
        assertThat(page)
                .contains("Diese Ergebnisse herunterladen:")
                .contains("rel=\"nofollow\" href=\"/api/v1/export.csv?q=bewegung&amp;state=DE-BE&amp;bom=true\"")
                .contains("rel=\"nofollow\" href=\"/api/v1/export.xlsx?q=bewegung&amp;state=DE-BE\"")
                .contains("rel=\"nofollow\" href=\"/api/v1/export.jsonl?q=bewegung&amp;state=DE-BE\"");
        assertThat(APP.get("/suche?q=gibtesnichtxyz").body()).doesNotContain("export.csv");
        assertThat(APP.get("/en/suche").body()).contains("Download these results:");
    }
}
