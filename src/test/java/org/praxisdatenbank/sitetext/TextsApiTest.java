package org.praxisdatenbank.sitetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.db.TestDatabase.await;
import static org.praxisdatenbank.token.Program.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.token.Program;

/** A program reads and writes the operator's pages. */
final class TextsApiTest {
    private static final String IMPRINT = "/texts/impressum";
    private static final String BUILT_IN = "[Name der Betreiberin oder des Betreibers]";
    private static TestApp app;
    private static Client admin;
    private static Program program;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(app.database().database().jdbi(), Role.ADMIN);
        admin = Client.signedIn(app, Role.ADMIN);
        admin.get("/konto");
        program = Program.of(app, admin, "texts");
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @BeforeEach
    void nothing_is_written() {
        app.database().database().jdbi().useHandle(db -> db.execute("DELETE FROM site_text"));
        await("the built-in texts", () -> app.get("/impressum").body().contains(BUILT_IN));
    }

    private static HttpResponse<String> write(long version, String text) {
        return program.post(IMPRINT, "{\"version\": " + version + ", \"text\": " + text + "}");
    }

    @Test
    void pages_tell_where_their_text_comes_from_and_what_it_is() {
        JsonNode list = json(program.get("/texts")).path("texts");
        assertThat(list.findValuesAsText("page"))
                .containsExactly("start", "ueber", "datenschutz", "barrierefreiheit", "impressum");
        assertThat(list.findValuesAsText("origin")).containsOnly("built_in");

        JsonNode imprint = json(program.get(IMPRINT));
        assertThat(imprint.path("version").asLong(-1)).isZero();
        assertThat(imprint.path("made").isNull()).isTrue();
        assertThat(imprint.at("/own/de").asText("?")).isEmpty();
        assertThat(imprint.at("/standard/de").asText())
                .contains("Name der Betreiberin")
                .startsWith("## ");
        assertThat(imprint.at("/standard/en").asText()).contains("Name of the operator");
        assertThat(program.get("/texts/kriterien").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_written_is_public_at_once_and_a_language_that_was_not_sent_stays() {
        JsonNode first = json(write(0, "{\"de\": \"Amt für Gesundheit\", \"en\": \"Health Office\"}"));
        assertThat(first.path("version").asLong()).isEqualTo(1);
        assertThat(first.path("origin").asText()).isEqualTo("own");
        JsonNode second = json(write(1, "{\"de\": \"Landesamt\"}"));

        assertThat(second.path("own").toString()).isEqualTo("{\"de\":\"Landesamt\",\"en\":\"Health Office\"}");
        assertThat(app.get("/impressum").body()).contains("<p>Landesamt</p>");
        assertThat(app.get("/en/impressum").body()).contains("<p>Health Office</p>");
        assertThat(admin.get("/verwaltung/texte").body()).contains("Fassung 2,", "Kim ADMIN");

        JsonNode reset = json(program.post(IMPRINT + "/reset", "{\"version\": 2}"));
        assertThat(reset.path("origin").asText()).as(reset.toString()).isEqualTo("built_in");
        assertThat(reset.path("version").asLong()).isEqualTo(3);
        assertThat(app.get("/impressum").body()).contains(BUILT_IN);
        assertThat(deeds()).isEqualTo("text.saved impressum 1, text.saved impressum 2, text.reset impressum 3");
    }

    private static String deeds() {
        return app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT string_agg(action || ' ' || subject || ' ' || detail, ', ' ORDER BY number)"
                                + " FROM (SELECT * FROM audit_entry WHERE action LIKE 'text.%' AND token IS NOT NULL"
                                + " ORDER BY number DESC LIMIT 3) AS last")
                .mapTo(String.class)
                .one());
    }

    @Test
    void who_comes_second_is_told_what_there_is_now() {
        write(0, "{\"de\": \"Vom ersten\"}");

        for (HttpResponse<String> late :
                List.of(write(0, "{\"de\": \"Vom zweiten\"}"), program.post(IMPRINT + "/reset", "{\"version\": 0}"))) {
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json(late).path("type").asText()).isEqualTo("/api#conflict");
            assertThat(json(late).path("detail").asText()).startsWith("By now the text has version 1,");
            assertThat(json(late).at("/current/version").asLong()).isEqualTo(1);
            assertThat(json(late).at("/current/own/de").asText()).isEqualTo("Vom ersten");
        }
        assertThat(app.get("/impressum").body()).contains("Vom ersten");
    }

    @Test
    void what_no_page_may_say_is_refused() {
        HttpResponse<String> link = write(0, "{\"en\": \"[here](javascript:alert(1))\"}");
        assertThat(link.statusCode()).isEqualTo(400);
        assertThat(json(link).path("parameter").asText()).isEqualTo("text.en");
        assertThat(json(link).path("detail").asText()).contains("javascript:alert(1)");
        assertThat(json(write(0, "{\"de\": \"" + "x".repeat(20_001) + "\"}"))
                        .path("parameter")
                        .asText())
                .isEqualTo("text.de");
        assertThat(json(program.post(IMPRINT, "{\"text\": {\"de\": \"x\"}}"))
                        .path("parameter")
                        .asText())
                .isEqualTo("version");
        assertThat(program.post(IMPRINT, "x").statusCode()).isEqualTo(400);
        assertThat(json(program.get(IMPRINT)).path("version").asLong(-1)).isZero();
    }
}
