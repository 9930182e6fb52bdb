package org.praxisdatenbank.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.praxisdatenbank.db.TestDatabase;

/** Lists as admins change them while the server runs, and what everybody else sees of it; each test has its own terms. */
final class CurationPagesTest {
    private static final String LISTS = "/verwaltung/vokabulare";
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

    private static Client admin() {
        return as(Role.ADMIN);
    }

    private static Client as(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /** Sends a form of that page: the answer is the preview. */
    private static HttpResponse<String> preview(String page, String what, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("stand", admin().version(page));
        return admin().post(page + "/" + what, sent);
    }

    /** The same, and confirms it. */
    private static String confirmed(String page, String what, Map<String, String> fields) {
        HttpResponse<String> preview = preview(page, what, fields);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("stand", Client.versionIn(preview.body()));
        sent.put("bestaetigt", "ja");
        return Client.led(admin().post(page + "/" + what, sent));
    }

    private static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(app.get(path).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long total(String query) {
        return json("/api/v1/practices?" + query).get("total").asLong();
    }

    /** A practice that the search finds. */
    private static String hit(String query, int place) {
        return json("/api/v1/practices?" + query)
                .get("hits")
                .get(place)
                .get("id")
                .asText();
    }

    private static void awaitEqual() {
        TestDatabase.await(
                "the index follows", () -> json("/api/v1/status").get("lag").asLong() == 0);
    }

    @Test
    void a_new_label_is_shown_and_found_without_a_restart() {
        String term = LISTS + "/topic/aeltere";
        assertThat(app.get("/suche").body()).contains("Gesundheitsförderung bei Älteren");

        String led = confirmed(
                term,
                "umbenennen",
                Map.of("kennung", "aeltere", "deutsch", "Zwiebelfreunde", "englisch", "Onion friends"));

        assertThat(led).isEqualTo(term + "?getan=list_now");
        assertThat(app.get("/suche").body()).contains("Zwiebelfreunde");
        assertThat(app.get("/angebote/" + hit("topic=aeltere", 0)).body()).contains("Zwiebelfreunde");
        assertThat(json("/api/v1/vocabularies").toString()).contains("Onion friends");
        assertThat(total("q=Zwiebelfreunde")).isEqualTo(total("topic=aeltere"));
        assertThat(app.get("/themen/aeltere").body()).contains("Zwiebelfreunde");
    }

    @Test
    void another_server_takes_it_over_by_itself() {
        String practice = hit("setting=pflegeeinrichtung", 0);
        try (TestApp beside = TestApp.beside(app)) {
            confirmed(
                    LISTS + "/setting/pflegeeinrichtung",
                    "umbenennen",
                    Map.of("kennung", "pflegeeinrichtung", "deutsch", "Zwiebelheim", "englisch", "Onion home"));

            TestDatabase.await(
                    "the other server",
                    () -> beside.get("/suche").body().contains("Zwiebelheim")
                            && beside.get("/api/v1/practices?q=Zwiebelheim")
                                    .body()
                                    .contains(practice));
        }
    }

    @Test
    void a_preview_changes_nothing_and_says_what_would() {
        HttpResponse<String> preview =
                preview(LISTS + "/topic/kinder-und-jugendliche", "zusammenfuehren", Map.of("ziel", "quartier"));

        assertThat(preview.body())
                .contains(
                        "67 Angebote",
                        "/suche?topic=kinder-und-jugendliche</code> → <code>/suche?topic=quartier",
                        "/themen/kinder-und-jugendliche</code> → <code>/themen/quartier");
        assertThat(total("topic=kinder-und-jugendliche")).isEqualTo(67);
    }

    @Test
    void merged_counts_are_exact_and_old_addresses_lead_to_the_new_value() {
        String practice = hit("topic=arbeitslose&topic.not=quartier", 0);
        long either = total("topic=arbeitslose&topic=quartier");
        confirmed(LISTS + "/topic/arbeitslose", "zusammenfuehren", Map.of("ziel", "quartier"));

        assertThat(total("topic=quartier")).isEqualTo(either);
        assertThat(total("topic=arbeitslose")).isEqualTo(either);
        assertThat(total("topic=erwerbslose")).isEqualTo(either);
        assertThat(app.get("/suche?topic=arbeitslose").body()).contains("topic=quartier");
        assertThat(app.get("/suche").body()).doesNotContain("name=\"topic\" value=\"arbeitslose\"");
        assertThat(app.get("/themen/arbeitslose").headers().firstValue("Location"))
                .contains("/themen/quartier");
        assertThat(app.get("/angebote/" + practice + "/fassungen/2").body()).contains("Arbeitslose", "Quartier");
        assertThat(app.get("/angebote/" + practice + "/fassungen/1").body()).contains("Arbeitslose");
        awaitEqual();
    }

    @Test
    void a_draft_with_the_old_term_opens_with_the_new_one_and_can_be_published() {
        String practice = hit("setting=jugendhilfe", 0);
        String draft = Client.led(
                as(Role.EDITOR).post("/verwaltung/angebote/veroeffentlicht/" + practice + "/bearbeiten", Map.of()));
        Client.led(as(Role.EDITOR)
                .post(
                        draft + "/teil/was",
                        Map.of(
                                "stand",
                                as(Role.EDITOR).version(draft + "/teil/was"),
                                "title",
                                "Neu benannt",
                                "type",
                                "project",
                                "summary",
                                "Kurz.")));
        confirmed(LISTS + "/setting/jugendhilfe", "zusammenfuehren", Map.of("ziel", "familie"));

        assertThat(as(Role.EDITOR).get(draft + "/abgleich").body()).doesNotContain("type=\"radio\"");
        Client.led(as(Role.EDITOR)
                .post(
                        draft + "/abgleich",
                        Map.of("stand", as(Role.EDITOR).version(draft + "/abgleich"), "fassung", "2")));
        Client.led(as(Role.EDITOR)
                .post(
                        draft + "/veroeffentlichen",
                        Map.of("stand", as(Role.EDITOR).version(draft), "note", "Neuer Titel")));
        assertThat(json("/api/v1/practices/" + practice).get("settings").toString())
                .contains("familie")
                .doesNotContain("jugendhilfe");
    }

    @Test
    void retired_it_is_not_in_the_form_any_more_but_still_in_the_facet() {
        String term = LISTS + "/topic/kinder-und-jugendliche";
        String led = confirmed(term, "zurueckziehen", Map.of());

        assertThat(led).startsWith(term);
        String draft = Client.led(as(Role.EDITOR)
                        .post(
                                "/verwaltung/angebote/neu",
                                Map.of("title", "Ohne Thema", "type", "project", "summary", "Kurz.")))
                .replaceAll("\\?.*", "");
        assertThat(as(Role.EDITOR).get(draft + "/teil/themen").body())
                .contains("value=\"quartier\"")
                .doesNotContain("value=\"kinder-und-jugendliche\"");
        assertThat(app.get("/suche").body()).contains("value=\"kinder-und-jugendliche\"");
        String own = Client.led(as(Role.EDITOR)
                .post(
                        "/verwaltung/angebote/veroeffentlicht/" + hit("topic=kinder-und-jugendliche", 0)
                                + "/bearbeiten",
                        Map.of()));
        assertThat(as(Role.EDITOR).get(own + "/teil/themen").body())
                .contains("value=\"kinder-und-jugendliche\"", "wird nicht mehr vergeben");
        confirmed(term, "wieder-vergeben", Map.of());
        assertThat(as(Role.EDITOR).get(draft + "/teil/themen").body()).contains("value=\"kinder-und-jugendliche\"");
    }

    @Test
    void a_new_value_can_be_chosen_at_once() {
        confirmed(
                LISTS + "/topic",
                "neu",
                Map.of("kennung", "pflegende", "deutsch", "Pflegende", "englisch", "Carers", "nach", "quartier"));

        String draft = Client.led(as(Role.EDITOR)
                        .post(
                                "/verwaltung/angebote/neu",
                                Map.of("title", "Neues Thema", "type", "project", "summary", "Kurz.")))
                .replaceAll("\\?.*", "");
        assertThat(as(Role.EDITOR).get(draft + "/teil/themen").body()).contains("value=\"pflegende\"");
        assertThat(app.get("/themen/pflegende").body()).contains("Angebote zum Themenbereich Pflegende.");
    }

    @Test
    void split_practices_are_assigned_one_by_one() {
        String term = LISTS + "/setting/betrieb";
        long before = total("setting=betrieb");
        String one = hit("setting=betrieb", 0);
        String other = hit("setting=betrieb", 1);
        String led = confirmed(
                term,
                "teilen",
                Map.of("teil-kennung", "handwerk", "teil-deutsch", "Handwerk", "teil-englisch", "Craft"));
        assertThat(led).startsWith(term + "/zuordnen/handwerk");

        String page = term + "/zuordnen/handwerk";
        Client.led(admin().post(
                        page,
                        Map.of(
                                "stand",
                                admin().version(page),
                                "id",
                                one + "|" + other,
                                "wahl." + one,
                                "statt",
                                "wahl." + other,
                                "auch")));

        awaitEqual();
        assertThat(total("setting=handwerk")).isEqualTo(2);
        assertThat(total("setting=betrieb")).isEqualTo(before - 1);
    }

    private static List<String> ids(String list) {
        return json("/api/v1/vocabularies").get(list).findValuesAsText("id");
    }

    @Test
    void a_term_goes_up_and_down_by_a_button_and_the_page_comes_back_to_it() {
        String list = LISTS + "/age_group";
        List<String> before = ids("age_group");
        String last = before.getLast();
        String page = admin().get(list).body();
        assertThat(page)
                .contains("id=\"hoch-" + last + "\"")
                .doesNotContain("id=\"runter-" + last + "\"")
                .doesNotContain("id=\"hoch-" + before.getFirst() + "\"");

        String up = before.get(before.size() - 3);
        Map<String, String> sent = Map.of("nach", up, "stand", admin().version(list), "bestaetigt", "ja");
        assertThat(Client.led(admin().post(list + "/" + last + "/verschieben", sent)))
                .isEqualTo(list + "?getan=list_now#hoch-" + last);
        assertThat(ids("age_group").get(before.size() - 2)).isEqualTo(last);

        Map<String, String> first = Map.of("nach", "", "stand", admin().version(list), "bestaetigt", "ja");
        assertThat(Client.led(admin().post(list + "/" + last + "/verschieben", first)))
                .isEqualTo(list + "?getan=list_now#runter-" + last);
        assertThat(ids("age_group")).startsWith(last, before.getFirst());
        String draft = Client.led(as(Role.EDITOR)
                        .post(
                                "/verwaltung/angebote/neu",
                                Map.of("title", "Anders gereiht", "type", "project", "summary", "Kurz.")))
                .replaceAll("\\?.*", "");
        String form = as(Role.EDITOR).get(draft + "/teil/fuer-wen").body();
        assertThat(form.indexOf("value=\"" + last + "\""))
                .isPositive()
                .isLessThan(form.indexOf("value=\"" + before.getFirst() + "\""));
    }

    @Test
    void a_term_is_moved_far_from_its_own_page_after_a_preview() {
        String list = LISTS + "/target_group";
        List<String> before = ids("target_group");
        String term = list + "/" + before.get(4);

        assertThat(preview(term, "verschieben", Map.of("nach", before.getFirst()))
                        .body())
                .contains("steht künftig nach", "An den Angeboten ändert sich nichts.")
                .doesNotContain("Veröffentlichte Angebote");
        assertThat(ids("target_group")).isEqualTo(before);
        assertThat(confirmed(term, "verschieben", Map.of("nach", before.getFirst())))
                .startsWith(list + "?getan=");
        assertThat(ids("target_group").get(1)).isEqualTo(before.get(4));
        assertThat(preview(term, "verschieben", Map.of("nach", before.getFirst()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(preview(term, "verschieben", Map.of("nach", "gibt-es-nicht")).body())
                .contains("nach-fehler");
    }

    @Test
    void the_second_of_two_admins_is_told() {
        String term = LISTS + "/setting/jobcenter";
        String seen = admin().version(term);
        confirmed(term, "zurueckziehen", Map.of());

        HttpResponse<String> second =
                admin().post(term + "/zusammenfuehren", Map.of("ziel", "kommune", "stand", seen, "bestaetigt", "ja"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Jemand anders hat diese Liste inzwischen geändert.");
        assertThat(total("setting=jobcenter")).isEqualTo(12);
    }

    @Test
    void what_cannot_be_is_said_beside_the_field() {
        HttpResponse<String> wrong = preview(
                LISTS + "/topic",
                "neu",
                Map.of(
                        "kennung",
                        "Nicht gut",
                        "deutsch",
                        "",
                        "englisch",
                        "health promotion in neighbourhoods",
                        "nach",
                        ""));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("kennung-fehler", "deutsch-fehler", "englisch-fehler");
        assertThat(preview(LISTS + "/topic/quartier", "zusammenfuehren", Map.of("ziel", "quartier"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void closed_lists_say_why() {
        assertThat(admin().get(LISTS).body()).contains("Die 16 Bundesländer sind vorgegeben");
        assertThat(admin().get(LISTS + "/state").statusCode()).isEqualTo(404);
        assertThat(admin().post(LISTS + "/criterion/neu", Map.of("stand", "1")).statusCode())
                .isEqualTo(404);
    }
}
