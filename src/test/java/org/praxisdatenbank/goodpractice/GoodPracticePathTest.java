package org.praxisdatenbank.goodpractice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** A practice on its way to be an example, over HTTP, by the people who walk it. */
final class GoodPracticePathTest {
    private static final String LIST = "/verwaltung/good-practice";
    private static final List<String> FULFILLED =
            List.of("zielgruppenbezug", "konzeption", "setting-ansatz", "empowerment", "partizipation");
    private static TestApp app;
    private static Map<Role, Client> people;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        people = Client.everybody(app);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Client as(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /** Path of the page where a form led that was taken. */
    private static String done(HttpResponse<String> answer) {
        return Client.led(answer).replaceAll("\\?.*", "");
    }

    private static HttpResponse<String> step(Role role, String assessment, String step, String note) {
        return as(role).post(assessment + "/" + step, Map.of("stand", as(role).version(assessment), "note", note));
    }

    private static HttpResponse<String> save(Role role, String assessment, Part part, Map<String, String> answers) {
        String path = assessment + "/teil/" + part.path();
        Map<String, String> all = new HashMap<>(answers);
        all.putIfAbsent("stand", as(role).version(path));
        return as(role).post(path, all);
    }

    private static Map<String, String> checklist() {
        Map<String, String> answers = new HashMap<>();
        new VocabularyStore(app.database().database().jdbi())
                .load().criteria().stream().map(Part::id).forEach(id -> {
                    boolean isFulfilled = FULFILLED.contains(id);
                    answers.put(Part.LEVEL + id, isFulfilled ? "3" : "0");
                    answers.put(Part.REASON + id, isFulfilled ? "Begründung zu " + id : "");
                    answers.put(Part.EVIDENCE + id, isFulfilled ? "Geheimer Beleg" : "");
                });
        return answers;
    }

    private static Map<String, String> interview() {
        Map<String, String> answers = new HashMap<>();
        Part.INTERVIEW.before().forEach(question -> answers.put(question, "Notiz aus dem Gespräch"));
        answers.put(Part.DAY, "3.11.2026");
        return answers;
    }

    private static Map<String, String> description() {
        Map<String, String> answers = new HashMap<>(Map.of(
                "background", "Viele Familien wussten nicht weiter.",
                "approach", "Zuerst Besuche.\n\nDann Treffen.",
                "lessons", "Zeit lassen."));
        FULFILLED.stream().limit(3).forEach(id -> answers.put(Part.DEPTH + id, "Ausführlich zu " + id));
        return answers;
    }

    private static String propose(Role role, String practice) {
        return done(as(role).post(LIST + "/neu", Map.of("angebot", practice, "note", "Ein Vorbild.")));
    }

    @Test
    void from_the_proposal_to_the_example_that_everybody_reads() {
        String practice = "eltern-ag";
        String one = propose(Role.EDITOR, practice);
        assertThat(step(Role.EDITOR, one, "weiter", "").statusCode()).isEqualTo(422);
        assertThat(as(Role.EDITOR).get(one + "/teil/interview").statusCode()).isEqualTo(404);
        done(save(Role.EDITOR, one, Part.CHECKLIST, checklist()));
        done(step(Role.EDITOR, one, "weiter", ""));
        assertThat(step(Role.EDITOR, one, "weiter", "").statusCode()).isEqualTo(422);
        done(save(Role.EDITOR, one, Part.INTERVIEW, interview()));
        done(step(Role.EDITOR, one, "weiter", ""));
        done(save(Role.EDITOR, one, Part.DESCRIPTION, description()));
        assertThat(app.get("/angebote/" + practice).body()).doesNotContain("Viele Familien wussten nicht weiter.");
        done(step(Role.EDITOR, one, "weiter", ""));

        HttpResponse<String> own = step(Role.EDITOR, one, "veroeffentlichen", "");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("Veröffentlichen muss es jemand anders.");
        assertThat(step(Role.ADMIN, one, "zurueck", "").statusCode()).isEqualTo(422);
        done(step(Role.ADMIN, one, "zurueck", "Bitte Literatur ergänzen."));
        assertThat(as(Role.EDITOR).get(one).body()).contains("Bitte Literatur ergänzen.");
        done(save(Role.EDITOR, one, Part.DESCRIPTION, description()));
        done(step(Role.EDITOR, one, "weiter", ""));
        done(step(Role.ADMIN, one, "veroeffentlichen", ""));

        assertThat(app.get("/angebote/" + practice).body())
                .contains("Viele Familien wussten nicht weiter.", "<p>Zuerst Besuche.</p>", "<p>Dann Treffen.</p>")
                .contains("Ausführlich zu konzeption", "Zeit lassen.")
                .doesNotContain("Geheimer Beleg", "Notiz aus dem Gespräch");
        assertThat(app.get("/en/angebote/" + practice).body()).contains("<p lang=\"de\">Zeit lassen.</p>");
        assertThat(app.get("/api/v1/practices/" + practice).body())
                .contains("\"good_practice\":true", "\"good_practice_year\":2026", "Begründung zu empowerment");
        assertThat(app.get("/api/v1/practices?q=" + practice.replace('-', '+') + "&criterion.min=empowerment:3")
                        .body())
                .contains("\"" + practice + "\"");
        assertThat(as(Role.ADMIN).get("/verwaltung/protokoll").body())
                .contains("Good-Practice-Beispiel veröffentlicht");
        assertSearchedExportedAndKept(practice);
    }

    private static void assertSearchedExportedAndKept(String practice) {
        String description = "\"good_practice_description\":{\"background\":\"Viele Familien wussten nicht weiter.\""
                + ",\"approach\":\"Zuerst Besuche.\\n\\nDann Treffen.\",\"criteria\":[{\"id\":\"zielgruppenbezug\"";
        assertThat(app.get("/api/v1/practices/" + practice).body()).contains(description);
        assertThat(app.get("/api/v1/export.jsonl?q=zeit+lassen+elterntreffen").statusCode())
                .isEqualTo(200);
        assertThat(app.get("/api/v1/export.jsonl?q=%22familien+wussten+nicht+weiter%22")
                        .body())
                .contains(description);
        assertThat(app.get("/suche?q=%22familien+wussten+nicht+weiter%22").body())
                .contains("in der Good-Practice-Beschreibung", "<mark>Familien wussten nicht weiter</mark>");
        assertThat(app.get("/api/v1/practices?q=%22familien+wussten+nicht+weiter%22")
                        .body())
                .contains("\"total\":1", "\"field\":\"good_practice_description\"");
        String revision = app.get("/angebote/" + practice + "/fassungen/2").body();
        assertThat(revision)
                .contains("Good-Practice-Beschreibung: Hintergrund", "Good-Practice-Beschreibung: Konzeption")
                .contains("<h2 class=\"kern-heading-medium\" id=\"hintergrund\">");
        assertThat(app.get("/angebote/" + practice + "/fassungen/1").body()).doesNotContain("id=\"hintergrund\"");
        assertThat(app.get("/angebote/" + practice + "/fassungen").body()).contains("Good-Practice-Beschreibung");
    }

    @Test
    void the_provider_sees_and_fills_the_checklist_only() {
        String one = propose(Role.ADMIN, "schutzengel-flensburg");
        assertThat(as(Role.OFFICE).get(one).statusCode()).isEqualTo(404);
        assertThat(as(Role.PROVIDER).get(LIST).body()).contains(one);
        done(save(Role.PROVIDER, one, Part.CHECKLIST, checklist()));
        assertThat(as(Role.PROVIDER).post(one + "/weiter", Map.of("stand", "2")).statusCode())
                .isEqualTo(403);
        done(step(Role.ADMIN, one, "weiter", ""));

        assertThat(as(Role.PROVIDER).get(one + "/teil/interview").statusCode()).isEqualTo(404);
        String checklist = as(Role.PROVIDER).get(one + "/teil/checkliste").body();
        assertThat(checklist).contains("Begründung zu konzeption").doesNotContain("<textarea");
        assertThat(done(save(Role.PROVIDER, one, Part.CHECKLIST, Map.of("reason.konzeption", "anders"))))
                .isEqualTo(one);
        assertThat(as(Role.ADMIN).get(one + "/teil/checkliste").body()).contains("Begründung zu konzeption");
        done(step(Role.ADMIN, one, "ablehnen", "Es läuft noch zu kurz."));
        assertThat(as(Role.PROVIDER).get(one).body()).contains("Es läuft noch zu kurz.");
        assertThat(propose(Role.ADMIN, "schutzengel-flensburg")).isNotEqualTo(one);
    }

    @Test
    void who_saves_second_sees_what_the_first_has_changed() {
        String one = propose(Role.EDITOR, "adebar-hamburg");
        assertThat(propose(Role.ADMIN, "adebar-hamburg")).as("one at a time").isEqualTo(one);
        String seen = as(Role.ADMIN).version(one + "/teil/checkliste");
        done(save(
                Role.EDITOR,
                one,
                Part.CHECKLIST,
                Map.of("level.konzeption", "3", "reason.konzeption", "Von der Redaktion")));

        HttpResponse<String> clash = save(
                Role.ADMIN,
                one,
                Part.CHECKLIST,
                Map.of("reason.konzeption", "Von der Verwaltung", "evidence.konzeption", "Akte", "stand", seen));

        assertThat(clash.statusCode()).isEqualTo(422);
        assertThat(clash.body()).contains("Von der Redaktion", "Von der Verwaltung", "id=\"fehler\"");
        assertThat(as(Role.EDITOR).get(one + "/teil/checkliste").body())
                .contains("Von der Redaktion")
                .doesNotContain("Von der Verwaltung", "Akte");
        String now = Client.versionIn(clash.body());
        done(save(
                Role.ADMIN,
                one,
                Part.CHECKLIST,
                Map.of("level.konzeption", "3", "reason.konzeption", "Von beiden", "stand", now)));
        assertThat(as(Role.EDITOR).get(one + "/teil/checkliste").body()).contains("Von beiden");
    }
}
