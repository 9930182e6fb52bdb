package org.praxisdatenbank.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.web.QueryString;

final class SelfCheckPagesTest {
    private static final String START = "/kriterien/selbstcheck";
    private static final String ANSWERS = "name=Kita+%22Mut%22&stage.partizipation=1&stage.empowerment=5"
            + "&stage.konzeption=not_begun&stage.nachhaltigkeit=not_applicable&stage.setting-ansatz=3"
            + "&evidence.partizipation=Beirat%0D%0A%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final TestApp APP = TestApp.shared();

    private static HttpResponse<String> post(String path, String type, String body) {
        return TestApp.send(HttpRequest.newBuilder(URI.create(APP.address() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> post(String path, String fields) {
        return post(path, "application/x-www-form-urlencoded", fields);
    }

    private static HttpResponse<String> upload(String path, String file) {
        return post(
                path,
                "multipart/form-data; boundary=xyz",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + file + "\r\n--xyz--\r\n");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void the_result_shows_profile_evidence_and_examples() {
        HttpResponse<String> answer = post(START + "/ergebnis", ANSWERS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<h1 class=\"kern-heading-x-large\">Profil: Kita \"Mut\"</h1>")
                .contains("5 von 12 Kriterien sind beantwortet.")
                .contains("role=\"img\"")
                .contains("Beirat\n&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .contains("<li>Empowerment <span class=\"muted\">(Stufe 5 von 5)</span></li>")
                .contains("href=\"/suche?criterion=partizipation\">Alle 2 Angebote in der Suche öffnen<")
                .contains("Noch nennt kein Angebot in der Datenbank dieses Kriterium.");
    }

    @Test
    void examples_are_given_for_exactly_the_weak_criteria() {
        String body = post(START + "/ergebnis", ANSWERS).body();
        Matcher weak = Pattern.compile("<li><h3[^>]*><a [^>]*href=\"/kriterien/([a-z-]+)\"")
                .matcher(body);
        assertThat(weak.results().map(found -> found.group(1))).containsExactly("konzeption", "partizipation");
    }

    @Test
    void a_blank_form_has_a_result_too() {
        HttpResponse<String> answer = post(START + "/ergebnis", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("0 von 12 Kriterien sind beantwortet.")
                .contains("Sie haben noch kein Kriterium beantwortet.")
                .contains(">nicht beantwortet</td>");
    }

    @Test
    void nothing_is_stored_and_no_cookie_is_set() {
        Map<String, Long> before = rows();
        for (String path : new String[] {"/fragen", "/ergebnis", "/selbstcheck.json", "/selbstcheck.txt"}) {
            HttpResponse<String> answer = post(START + path, ANSWERS);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(header(answer, "Set-Cookie")).as(path).isEmpty();
            assertThat(header(answer, "ETag")).as(path).isEmpty();
        }
        upload(START, post(START + "/selbstcheck.json", ANSWERS).body());
        assertThat(rows()).isEqualTo(before);
    }

    private static Map<String, Long> rows() {
        return APP.database().database().jdbi().withHandle(db -> {
            Map<String, Long> rows = new TreeMap<>();
            db.createQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                    .mapTo(String.class)
                    .forEach(table -> rows.put(table, count(db, table)));
            return rows;
        });
    }

    private static long count(Handle db, String table) {
        return db.createQuery("SELECT count(*) FROM <table>")
                .define("table", table)
                .mapTo(Long.class)
                .one();
    }

    /** The form of the result sends everything on, whichever of its buttons is pressed. */
    @ParameterizedTest
    @ValueSource(strings = {START + "/ergebnis", "/en" + START + "/ergebnis"})
    void the_result_carries_all_answers_on(String path) {
        String sent = "";
        Matcher fields = HIDDEN.matcher(post(path, ANSWERS).body());
        while (fields.find()) {
            sent += "&" + QueryString.encode(fields.group(1)) + "="
                    + QueryString.encode(fields.group(2)
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&#34;", "\"")
                            .replace("&amp;", "&"));
        }
        assertThat(post(START + "/selbstcheck.json", sent).body())
                .isEqualTo(post(START + "/selbstcheck.json", ANSWERS).body());
    }

    @Test
    void the_questions_come_back_with_the_answers() {
        assertThat(post(START + "/fragen", ANSWERS).body())
                .contains("id=\"stage-partizipation-1\" name=\"stage.partizipation\" value=\"1\" checked>")
                .contains(">\nBeirat\n&lt;script&gt;alert(1)&lt;/script&gt;</textarea>")
                .contains("name=\"name\" value=\"Kita &#34;Mut&#34;\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/kriterien/selbstcheck/ergebnis, Fehler: Ihre Einschätzung",
        "/en/kriterien/selbstcheck/ergebnis, Error: Your assessment",
        "/kriterien/selbstcheck/selbstcheck.json, Fehler: Ihre Einschätzung",
        "/kriterien/selbstcheck/selbstcheck.txt, Fehler: Ihre Einschätzung"
    })
    void a_fault_is_told_at_its_field_and_at_the_top_and_nothing_is_lost(String path, String title) {
        String evidence = "y".repeat(2_001);
        HttpResponse<String> answer = post(path, "evidence.konzeption=" + evidence + "&stage.konzeption=4");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<title>" + title)
                .contains("tabindex=\"-1\" autofocus>")
                .contains("<a class=\"kern-link\" href=\"#evidence-konzeption\">")
                .contains(
                        "aria-describedby=\"evidence-konzeption-hint evidence-konzeption-fault\" aria-invalid=\"true\"")
                .contains(evidence)
                .contains("value=\"4\" checked>");
    }

    @Test
    void the_other_language_is_a_button_that_takes_the_answers_along() {
        assertThat(post(START + "/ergebnis", ANSWERS).body())
                .contains("form=\"selbstcheck\" formaction=\"/en/kriterien/selbstcheck/ergebnis\" lang=\"en\">English<")
                .doesNotContain("hreflang=\"en\" rel=\"nofollow\">English");
        assertThat(APP.get("/en" + START + "/fragen").body())
                .contains("form=\"selbstcheck\" formaction=\"/kriterien/selbstcheck/fragen\" lang=\"de\">Deutsch<");
    }

    @Test
    void both_files_are_downloads() {
        HttpResponse<String> json = post(START + "/selbstcheck.json", ANSWERS);
        assertThat(header(json, "Content-Disposition"))
                .matches("attachment; filename=\"selbstcheck-\\d{4}-\\d\\d-\\d\\d\\.json\"");
        HttpResponse<String> text = post(START + "/selbstcheck.txt", ANSWERS);
        assertThat(header(text, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(text.body())
                .contains("5. Partizipation: Stufe 1 von 5\r\nNachweise:\r\nBeirat\r\n<script>")
                .contains("1. Zielgruppenbezug: nicht beantwortet")
                .contains("- Partizipation, " + APP.address() + "/kriterien/partizipation\r\n");
    }

    @Test
    void a_file_is_opened_again() {
        String file = post(START + "/selbstcheck.json", ANSWERS).body();
        HttpResponse<String> questions = upload(START, file);
        assertThat(questions.statusCode()).isEqualTo(200);
        assertThat(questions.body()).isEqualTo(post(START + "/fragen", ANSWERS).body());
    }

    @Test
    void a_file_of_something_else_is_refused_at_its_field() {
        HttpResponse<String> answer = upload("/en" + START, "{\"id\":\"eltern-ag\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<a class=\"kern-link\" href=\"#file\">This file does not come from the self-check.")
                .contains("aria-describedby=\"file-hint file-fault\" aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=xyz, --xyz, 400",
        "multipart/form-data; boundary=xyz, nonsense, 400",
        "multipart/form-data, --xyz, 400",
        "multipart/form-data; boundary=xyz, --xyz--, 400",
        "text/plain, file=x, 400",
        "application/json, {}, 400"
    })
    void a_body_that_is_no_form_with_a_file_is_refused(String type, String body, int status) {
        assertThat(post(START, type, body).statusCode()).isEqualTo(status);
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        assertThat(upload(START, " ".repeat(3_000_000)).statusCode()).isEqualTo(413);
        assertThat(upload(START, " ".repeat(490_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"name=%zz, 400", "name=%ff, 400", "'%%%=&&==&', 400", "stage.konzeption=9, 400", "name=a&name=b, 200"})
    void a_form_that_no_browser_sends_does_no_harm(String body, int status) {
        assertThat(post(START + "/ergebnis", body).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ergebnis", "/selbstcheck.json", "/selbstcheck.txt"})
    void an_address_that_is_only_sent_to_leads_to_the_start(String path) {
        HttpResponse<String> answer = APP.get("/en" + START + path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/en" + START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kriterien", "/kriterien/partizipation"})
    void other_pages_lead_here(String path) {
        assertThat(APP.get(path).body()).contains("href=\"/kriterien/selbstcheck\">");
        assertThat(APP.get("/en" + path.substring(path.length() == 1 ? 1 : 0)).body())
                .contains("href=\"/en/kriterien/selbstcheck\">");
    }

    @Test
    void the_levels_are_named_as_far_as_they_are_known() {
        assertThat(APP.get("/en" + START + "/fragen").body())
                .contains("Level 1: <span lang=\"de\">Information</span></label>")
                .contains("<label for=\"stage-partizipation-2\">Level 2</label>")
                .contains("<label for=\"stage-konzeption-5\">Level 5</label>");
    }
}
