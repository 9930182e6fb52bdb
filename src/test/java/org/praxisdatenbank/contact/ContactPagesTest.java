package org.praxisdatenbank.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.practice.PracticeId;

/** A contact's whole life over HTTP: entered, shown, hidden, handed out, erased. */
final class ContactPagesTest {
    private static final String PRACTICE = "schutzengel-flensburg";
    private static final String FORM = "/verwaltung/angebote/veroeffentlicht/" + PRACTICE + "/kontakt";
    private static final String PUBLIC = "/angebote/" + PRACTICE + "/kontakt";
    private static final String EMAIL = "ulla.zwirn@example.org";
    private static TestApp app;
    private static Client provider;
    private static Client admin;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        for (Role role : List.of(Role.PROVIDER, Role.ADMIN)) {
            People.add(app.database().database().jdbi(), role);
        }
        provider = Client.signedIn(app, Role.PROVIDER);
        admin = Client.signedIn(app, Role.ADMIN);
        provider.get("/konto");
        admin.get("/konto");
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static void save(String email, String consent) {
        HttpResponse<String> saved = provider.post(
                FORM, Map.of("name", "Ulla Zwirn", "email", email, "phone", "0461 12345", "zustimmung", consent));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    @Test
    void a_contact_is_shown_with_consent_only_and_no_longer_the_moment_it_is_taken_back() {
        save(EMAIL, "");
        assertThat(app.get(PUBLIC).statusCode()).isEqualTo(404);
        assertThat(app.get("/angebote/" + PRACTICE).body()).doesNotContain(PUBLIC);

        save(EMAIL, "ja");
        HttpResponse<String> shown = app.get(PUBLIC);
        assertThat(shown.body()).contains("Ulla Zwirn", EMAIL, "0461 12345", "noindex");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(shown.headers().firstValue("ETag")).isEmpty();
        assertThat(app.get("/angebote/" + PRACTICE).body()).contains(PUBLIC).doesNotContain(EMAIL, "Zwirn");

        save(EMAIL, "");
        assertThat(app.get(PUBLIC).statusCode()).isEqualTo(404);
        assertThat(app.get("/angebote/" + PRACTICE).body()).doesNotContain(PUBLIC);
    }

    @Test
    void what_programs_and_logs_are_told_knows_no_contact() {
        save(EMAIL, "ja");

        for (String path : List.of(
                "/api/v1/practices/" + PRACTICE,
                "/api/v1/practices/" + PRACTICE + "/revisions/1",
                "/api/v1/practices?q=zwirn",
                "/api/v1/export.csv?q=schutzengel")) {
            assertThat(app.get(path).body()).as(path).doesNotContain(EMAIL, "Zwirn");
        }
        assertThat(admin.get("/verwaltung/protokoll").body())
                .contains("Ansprechperson gespeichert")
                .doesNotContain(EMAIL, "Zwirn");
    }

    @Test
    void only_who_may_change_a_practice_keeps_its_contact() {
        assertThat(provider.get(FORM.replace(PRACTICE, "eltern-ag")).statusCode())
                .isEqualTo(404);
        assertThat(provider.post(FORM.replace(PRACTICE, "eltern-ag"), Map.of("name", "A", "email", "a@b.de"))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrong = provider.post(FORM, Map.of("name", "", "email", "keine", "phone", "abc"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"name-fehler\"", "id=\"email-fehler\"", "id=\"phone-fehler\"");
    }

    @Test
    void whose_time_is_over_is_no_contact_any_more_and_removed() {
        save(EMAIL, "ja");
        ContactStore store = new ContactStore(jdbi(), Duration.ofDays(10));
        jdbi().useHandle(db -> db.execute(
                "UPDATE contact SET entered = now() - interval '2 days', expires = now() - interval '1 day'"));
        assertThat(store.find(new PracticeId(PRACTICE))).isEmpty();
        assertThat(app.get(PUBLIC).statusCode()).isEqualTo(404);

        store.sweep();

        int kept = jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM contact")
                .mapTo(Integer.class)
                .one());
        assertThat(kept).isZero();
    }

    @Test
    void all_of_a_person_is_handed_out_and_erased_and_the_log_does_not_say_of_whom() {
        String email = "geht@example.org";
        save(email, "ja");
        HttpResponse<String> found = admin.post("/verwaltung/personen", Map.of("email", "GEHT@example.org "));
        assertThat(found.body()).contains("/angebote/" + PRACTICE, "Ulla Zwirn");

        HttpResponse<String> data = admin.post("/verwaltung/personen/export", Map.of("email", email));
        assertThat(data.body()).contains("\"account\":null", "\"email\":\"" + email + "\"", "\"phone\":\"0461 12345\"");
        assertThat(admin.post("/verwaltung/personen/loeschen", Map.of("email", email))
                        .statusCode())
                .isEqualTo(303);

        assertThat(app.get(PUBLIC).statusCode()).isEqualTo(404);
        assertThat(admin.post("/verwaltung/personen", Map.of("email", email)).body())
                .contains("ist nichts gespeichert");
        assertThat(admin.get("/verwaltung/protokoll.jsonl").body()).doesNotContain(email);
        assertThat(admin.get("/verwaltung/protokoll").body()).contains("Alles zu einer Person gelöscht");
        assertThat(admin.post("/verwaltung/personen/loeschen", Map.of("email", People.email(Role.ADMIN)))
                        .statusCode())
                .isEqualTo(403);
    }
}
