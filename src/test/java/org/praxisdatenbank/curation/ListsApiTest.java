package org.praxisdatenbank.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.token.Program.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.token.Program;

/** Lists as programs read and change them while the server runs; each test has its own list, or its own terms. */
final class ListsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTS = "/vocabularies";
    private static TestApp app;
    private static Program program;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(app.database().database().jdbi(), Role.ADMIN);
        Client admin = Client.signedIn(app, Role.ADMIN);
        admin.get("/konto");
        program = Program.of(app, admin, "vocabularies");
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static long version(String list) {
        return json(program.get(LISTS + "/" + list)).path("version").asLong();
    }

    private static HttpResponse<String> send(String path, String body, long version) {
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(body);
            return program.post(LISTS + path, object.put("version", version).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does it with the version that the list has. */
    private static JsonNode done(String path, String body) {
        HttpResponse<String> answer = send(path, body, version(path.split("/")[1]));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode edit = json(answer);
        assertThat(edit.path("done").asBoolean()).as(answer.body()).isTrue();
        assertThat(edit.path("searchable").asBoolean()).as(answer.body()).isTrue();
        return edit;
    }

    private static List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        for (JsonNode term : json(app.get("/api/v1/vocabularies")).path(list)) {
            ids.add(term.path("id").asText());
        }
        return ids;
    }

    private static long total(String query) {
        return json(app.get("/api/v1/practices?" + query)).path("total").asLong();
    }

    private static JsonNode term(String list, String id) {
        return json(program.get(LISTS + "/" + list + "/terms/" + id));
    }

    private static List<String> deeds() {
        return app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT concat_ws(' ', action, subject, detail) FROM audit_entry WHERE token IS NOT NULL"
                                + " AND action LIKE 'vocabulary.%' ORDER BY number")
                .mapTo(String.class)
                .list());
    }

    @Test
    void each_list_that_can_be_edited_tells_how_often_its_terms_are_used() {
        JsonNode lists = json(program.get(LISTS)).path("vocabularies");

        assertThat(lists.findValuesAsText("version")).hasSize(6).allMatch(version -> !version.equals("0"));
        for (JsonNode list : lists) {
            for (JsonNode term : list.path("terms")) {
                String query = list.path("id").asText() + "=" + term.path("id").asText();
                assertThat(term.path("published").asLong()).as(query).isEqualTo(total(query));
            }
        }
        assertThat(term("topic", "erwerbslose").path("id").asText()).isEqualTo("arbeitslose");
        assertThat(term("topic", "arbeitslose").path("aliases").toString()).contains("erwerbslose");
    }

    @Test
    void a_dry_run_tells_what_would_change_and_its_version_lets_it_be_done() {
        long before = total("setting=jugendhilfe");
        long either = total("setting=jugendhilfe&setting=familie");
        String path = "/setting/terms/jugendhilfe/merge";

        JsonNode tried = json(program.post(LISTS + path + "?dry_run=true", "{\"into\": \"familie\"}"));

        assertThat(tried.path("done").asBoolean(true)).isFalse();
        assertThat(tried.at("/affected/published").asLong()).isEqualTo(before).isPositive();
        assertThat(tried.path("addresses").toString())
                .contains("/suche?setting=jugendhilfe", "/api/v1/practices?setting=familie");
        assertThat(tried.path("notes").toString()).contains("This cannot be taken back.");
        assertThat(total("setting=jugendhilfe")).isEqualTo(before);
        assertThat(version("setting")).isEqualTo(tried.path("version").asLong());

        HttpResponse<String> done =
                send(path, "{\"into\": \"familie\"}", tried.path("version").asLong());
        assertThat(json(done).path("done").asBoolean()).as(done.body()).isTrue();
        assertThat(json(done).path("version").asLong()).isEqualTo(version("setting"));
        assertThat(total("setting=jugendhilfe")).isEqualTo(either);
        assertThat(deeds()).contains("vocabulary.merged setting jugendhilfe familie");
    }

    @Test
    void everything_that_can_be_done_to_a_term_can_be_done_by_a_program() {
        done("/topic/terms", "{\"id\": \"pflegende\", \"label\": {\"de\": \"Pflegende\", \"en\": \"Carers\"}}");
        assertThat(ids("topic")).endsWith("pflegende");
        done("/topic/terms/pflegende/rename", "{\"label\": {\"en\": \"Caring relatives\"}}");
        assertThat(term("topic", "pflegende").path("label").toString())
                .isEqualTo("{\"de\":\"Pflegende\",\"en\":\"Caring relatives\"}");
        done("/topic/terms/pflegende/rename", "{\"id\": \"angehoerige\"}");
        assertThat(term("topic", "pflegende").path("id").asText()).isEqualTo("angehoerige");
        done("/topic/terms/angehoerige/move", "{\"after\": \"\"}");
        assertThat(ids("topic")).startsWith("angehoerige");
        done("/topic/terms/angehoerige/retire", "{}");
        assertThat(term("topic", "angehoerige").path("retired").asBoolean()).isTrue();
        done("/topic/terms/angehoerige/restore", "{}");
        assertThat(term("topic", "angehoerige").path("retired").asBoolean(true)).isFalse();
        done(
                "/topic/terms/angehoerige/split",
                "{\"id\": \"freunde\", \"label\": {\"de\": \"Freunde\", \"en\": \"Friends\"}}");
        assertThat(ids("topic")).startsWith("angehoerige", "freunde");

        assertThat(deeds())
                .containsSubsequence(
                        "vocabulary.added topic pflegende",
                        "vocabulary.renamed topic pflegende Pflegende",
                        "vocabulary.renamed topic pflegende angehoerige",
                        "vocabulary.moved topic angehoerige",
                        "vocabulary.retired topic angehoerige",
                        "vocabulary.reinstated topic angehoerige",
                        "vocabulary.split topic angehoerige freunde");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /field/terms                         | {"id": "So nicht", "label": {"de": "a", "en": "b"}} | 400 | id
                    /field/terms                         | {"id": "neu", "label": {"de": "", "en": "b"}}       | 400 | label.de
                    /field/terms                         | {"id": "neu", "label": {"de": "Neu"}}               | 400 | label.en
                    /field/terms                         | {"id": "neu", "label": {"de": "a", "en": "b"}, "after": "was"} | 400 | after
                    /field/terms/bewegung/merge          | {"into": "bewegung"}                                | 400 | into
                    /field/terms/bewegung/rename         | {}                                                  | 400 | label.de
                    /field/terms/bewegung/move           | {}                                                  | 400 | after
                    /field/terms/bewegung/move           | {"after": "bewegung"}                               | 400 | after
                    /field/terms/gibt-es-nicht/retire    | {}                                                  | 404 | ''
                    /state/terms                         | {}                                                  | 404 | ''
                    """)
    void what_cannot_be_is_refused_with_what_is_at_fault(String path, String body, int status, String parameter) {
        HttpResponse<String> answer = send(path, body, 1);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("parameter").asText("")).as(answer.body()).isEqualTo(parameter);
        assertThat(program.post(LISTS + path + "?dry_run=true", body).statusCode())
                .isEqualTo(status);
    }

    @Test
    void who_does_not_say_which_state_was_seen_or_has_seen_another_changes_nothing() {
        String path = "/age_group/terms/" + ids("age_group").getFirst() + "/retire";
        long seen = version("age_group");
        List<String> before = deeds();

        HttpResponse<String> silent = program.post(LISTS + path, "");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(json(silent).path("parameter").asText()).isEqualTo("version");
        assertThat(program.post(LISTS + path, "{\"version\": \"" + seen + "\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> late = send(path, "{}", seen - 1);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).path("detail").asText()).startsWith("Somebody else has changed this list");
        assertThat(program.post(LISTS + path + "?dry_run=maybe", "{}").statusCode())
                .isEqualTo(400);

        assertThat(version("age_group")).isEqualTo(seen);
        assertThat(deeds()).isEqualTo(before);
    }
}
