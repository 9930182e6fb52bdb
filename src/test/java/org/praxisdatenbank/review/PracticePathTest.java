package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJsonReader;
import org.praxisdatenbank.practice.PracticeStore;

/** A practice on its whole way, over HTTP, by the people who walk it. */
final class PracticePathTest {
    private static final String LIST = "/verwaltung/angebote";
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

    /** Path of a new draft of the provider, with the first part filled in. */
    private static String begin(Role role, String title) {
        String there = Client.led(as(role).post(
                        LIST + "/neu", Map.of("title", title, "type", "project", "summary", "Wir kochen zusammen.")));
        return there.replaceAll("\\?.*", "");
    }

    /** Does something with the draft as somebody who has just looked at it. */
    private static HttpResponse<String> step(Role role, String draft, String step, String note) {
        Client client = as(role);
        return client.post(draft + "/" + step, Map.of("stand", client.version(draft), "note", note));
    }

    private static HttpResponse<String> save(Role role, String draft, String part, Map<String, String> fields) {
        Client client = as(role);
        String path = draft + "/teil/" + part;
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("stand", client.version(path));
        return client.post(path, all);
    }

    @Test
    void a_provider_enters_an_office_returns_and_publishes_and_the_public_finds_it() {
        String draft = begin(Role.PROVIDER, "Zwiebelturm kocht");
        assertThat(as(Role.OFFICE).get(draft).statusCode()).isEqualTo(404);
        Client.led(save(
                Role.PROVIDER, draft, "wer", Map.of("place", "Potsdam", "postal_code", "14467", "states", "DE-BB")));
        Client.led(save(
                Role.PROVIDER,
                draft,
                "themen",
                Map.of("level.konzeption", "3", "note.konzeption", "Es gibt ein Konzept.")));
        Client.led(save(
                Role.PROVIDER, draft, "wann", Map.of("start", "03/2021", "end", "offen", "website", "zwiebel.de")));
        assertThat(as(Role.PROVIDER).get(draft + "/vorschau").body())
                .contains("Wir kochen zusammen.", "Schutzengel GmbH");

        Client.led(step(Role.PROVIDER, draft, "einreichen", ""));
        assertThat(as(Role.OFFICE).get(LIST).body()).contains("Zwiebelturm kocht");
        Client.led(step(Role.OFFICE, draft, "uebernehmen", ""));
        assertThat(step(Role.OFFICE, draft, "zurueckgeben", "").statusCode()).isEqualTo(422);
        Client.led(step(Role.OFFICE, draft, "zurueckgeben", "Bitte ergänzen Sie die Zielgruppe."));
        assertThat(as(Role.PROVIDER).get(draft).body()).contains("Bitte ergänzen Sie die Zielgruppe.");
        Client.led(save(Role.PROVIDER, draft, "fuer-wen", Map.of("settings", "kita")));
        Client.led(step(Role.PROVIDER, draft, "einreichen", ""));
        assertThat(app.get("/angebote/zwiebelturm-kocht").statusCode()).isEqualTo(404);
        String there = Client.led(step(Role.OFFICE, draft, "veroeffentlichen", ""));

        assertThat(there).isEqualTo(LIST + "/veroeffentlicht/zwiebelturm-kocht?getan=published_now");
        assertThat(app.get("/angebote/zwiebelturm-kocht").body())
                .contains("Wir kochen zusammen.", "Es gibt ein Konzept.");
        assertThat(app.get("/api/v1/practices?q=zwiebelturm").body()).contains("zwiebelturm-kocht");
        assertThat(as(Role.ADMIN).get("/verwaltung/protokoll").body())
                .contains("Angebot eingereicht", "Angebot zur Überarbeitung zurückgegeben", "Angebot veröffentlicht");
        assertThat(app.get("/api/v1/practices/zwiebelturm-kocht").body())
                .contains("\"start\":\"2021-03\"", "\"end\":\"open\"", "\"website\":\"https://zwiebel.de\"");
    }

    @Test
    void a_published_practice_is_changed_while_the_old_state_stays_public() {
        String published = LIST + "/veroeffentlicht/schutzengel-flensburg";
        String draft = Client.led(as(Role.PROVIDER).post(published + "/bearbeiten", Map.of()));
        Client.led(save(
                Role.PROVIDER,
                draft,
                "was",
                Map.of("title", "Schutzengel für Flensburg", "type", "project", "summary", "Neu.")));
        Client.led(step(Role.PROVIDER, draft, "einreichen", ""));

        assertThat(app.get("/angebote/schutzengel-flensburg").body()).doesNotContain("Schutzengel für Flensburg");
        assertThat(as(Role.PROVIDER).post(draft + "/veroeffentlichen", Map.of()).statusCode())
                .isEqualTo(403);
        Client.led(step(Role.EDITOR, draft, "veroeffentlichen", "Neuer Titel"));
        assertThat(app.get("/angebote/schutzengel-flensburg").body()).contains("Schutzengel für Flensburg");
        assertThat(app.get("/angebote/schutzengel-flensburg/fassungen/2").body())
                .contains("Redaktion");
    }

    @Test
    void who_saves_second_sees_what_the_first_changed_and_chooses() {
        String draft = begin(Role.EDITOR, "Zwei schreiben");
        String part = draft + "/teil/was";
        String seen = as(Role.EDITOR).version(part);
        Client.led(as(Role.ADMIN)
                .post(part, Map.of("stand", seen, "title", "Zwei schreiben", "type", "project", "summary", "Erste")));

        HttpResponse<String> clash = as(Role.EDITOR)
                .post(part, Map.of("stand", seen, "title", "Zwei andere", "type", "project", "summary", "Zweite"));

        assertThat(clash.statusCode()).isEqualTo(422);
        assertThat(clash.body()).contains("Kim ADMIN", "Erste", "Zweite", "value=\"Zwei andere\"");
        String now = Client.versionIn(clash.body());
        Map<String, String> typed = Map.of(
                "stand", now, "title", "Zwei andere", "type", "project", "summary", "Zweite", "strittig", "summary");
        assertThat(as(Role.EDITOR).post(part, typed).statusCode()).isEqualTo(422);
        Map<String, String> chosen = new HashMap<>(typed);
        chosen.put("wahl.summary", "andere");
        Client.led(as(Role.EDITOR).post(part, chosen));
        assertThat(as(Role.ADMIN).get(part).body())
                .contains("Zwei andere", "Erste")
                .doesNotContain("Zweite");
    }

    @Test
    void what_is_wrong_is_saved_and_told_at_the_field() {
        String draft = begin(Role.PROVIDER, "Falsche Zahl");
        HttpResponse<String> answer =
                save(Role.PROVIDER, draft, "wer", Map.of("postal_code", "1446", "place", "Potsdam"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"postal_code-fehler\"", "href=\"#postal_code\"", "value=\"Potsdam\"");
        HttpResponse<String> again = as(Role.PROVIDER).get(draft + "/teil/wer");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("id=\"postal_code-fehler\"");
        assertThat(step(Role.PROVIDER, draft, "einreichen", "").statusCode()).isEqualTo(422);
        Client.led(step(Role.PROVIDER, draft, "verwerfen", ""));
        assertThat(as(Role.PROVIDER).get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_publishes_publishes_what_they_have_seen() {
        String draft = begin(Role.EDITOR, "Schnell geändert");
        String seen = as(Role.EDITOR).version(draft);
        Client.led(save(Role.ADMIN, draft, "wer", Map.of("place", "Kiel")));

        HttpResponse<String> answer =
                as(Role.EDITOR).post(draft + "/veroeffentlichen", Map.of("stand", seen, "note", "Passt so."));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Passt so.");
        assertThat(app.get("/angebote/schnell-geaendert").statusCode()).isEqualTo(404);
    }

    @Test
    void a_practice_is_withdrawn_and_restored() {
        String published = LIST + "/veroeffentlicht/eltern-ag";
        assertThat(as(Role.PROVIDER).get(published).statusCode()).isEqualTo(404);
        assertThat(as(Role.EDITOR).post(published + "/zurueckziehen", Map.of()).statusCode())
                .isEqualTo(422);
        Client.led(as(Role.EDITOR).post(published + "/zurueckziehen", Map.of("note", "Gibt es nicht mehr.")));
        assertThat(app.get("/angebote/eltern-ag").statusCode()).isEqualTo(410);
        Client.led(as(Role.EDITOR).post(published + "/wiederherstellen", Map.of("fassung", "1")));
        assertThat(app.get("/angebote/eltern-ag").statusCode()).isEqualTo(200);
        assertThat(as(Role.ADMIN).get("/verwaltung/protokoll").body())
                .contains("Angebot zurückgezogen", "Frühere Fassung wiederhergestellt");
    }

    @Test
    void a_likely_duplicate_is_warned_about() {
        String draft = begin(Role.PROVIDER, "Schutzengel in Flensburg");
        assertThat(as(Role.PROVIDER).get(draft).body()).contains("/angebote/schutzengel-flensburg");
    }

    @Test
    void a_draft_takes_over_what_was_published_meanwhile_before_it_is_published_itself() {
        String published = LIST + "/veroeffentlicht/adebar-hamburg";
        String draft = Client.led(as(Role.EDITOR).post(published + "/bearbeiten", Map.of()));
        Client.led(save(Role.EDITOR, draft, "wer", Map.of("place", "Hamburg-Altona", "provider", "Mein Verein")));
        republish("adebar-hamburg", "Anderer Verein");
        assertThat(as(Role.EDITOR).get(draft).body()).contains(draft + "/abgleich");
        assertThat(step(Role.EDITOR, draft, "veroeffentlichen", "").statusCode())
                .isEqualTo(422);

        String path = draft + "/abgleich";
        String page = as(Role.EDITOR).get(path).body();
        assertThat(page).contains("Anderer Verein", "Mein Verein");
        String seen = as(Role.EDITOR).version(path);
        assertThat(as(Role.EDITOR)
                        .post(path, Map.of("stand", seen, "fassung", "2"))
                        .statusCode())
                .isEqualTo(422);
        Client.led(as(Role.EDITOR).post(path, Map.of("stand", seen, "fassung", "2", "wahl.provider", "andere")));
        Client.led(step(Role.EDITOR, draft, "veroeffentlichen", ""));

        assertThat(app.get("/api/v1/practices/adebar-hamburg").body()).contains("Anderer Verein", "Hamburg-Altona");
    }

    /** As an import does. */
    private static void republish(String id, String provider) {
        app.database().database().jdbi().useTransaction(db -> {
            PracticeId practice = new PracticeId(id);
            String record = Entered.of(PracticeStore.get(db, practice).practice())
                    .with("provider", provider)
                    .json(id);
            Practice changed = PracticeJsonReader.read(record.getBytes(StandardCharsets.UTF_8));
            PracticeStore.save(db, List.of(changed), Authorship.IMPORT);
        });
    }
}
