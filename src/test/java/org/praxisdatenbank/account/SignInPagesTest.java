package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

/** Signing in and out over HTTP, and what nobody else can do with it. */
final class SignInPagesTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        List.of(Role.values()).forEach(role -> People.add(jdbi(), role));
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static AccountId add(String email) {
        return People.accounts(jdbi(), InstantSource.system())
                .store()
                .add(new Person("Alex", email), Role.EDITOR, Scope.ALL)
                .orElseThrow();
    }

    @Test
    void the_cookie_is_set_when_somebody_signs_in_and_not_before() {
        Client client = new Client(app);
        assertThat(Client.setCookie(client.get("/"))).isEmpty();
        assertThat(Client.setCookie(client.get("/anmelden"))).isEmpty();

        HttpResponse<String> answer =
                client.post("/anmelden", Map.of("email", " Editor@Example.org ", "password", People.PASSWORD));

        assertThat(Client.setCookie(answer).orElseThrow())
                .matches("__Host-praxis=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(Client.location(answer)).isEqualTo("/verwaltung");
        assertThat(client.get("/verwaltung").body()).contains("Kim EDITOR").doesNotContain("/verwaltung/konten");
        assertThat(client.get("/verwaltung").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void whoever_fails_is_not_told_why() {
        Client client = new Client(app);
        add("ohne-passwort@example.org");
        List<String> bodies = List.of("office@example.org", "nobody@example.org", "ohne-passwort@example.org").stream()
                .map(email -> client.post("/anmelden", Map.of("email", email, "password", "falsch falsch falsch")))
                .map(answer -> answer.statusCode() + answer.body().replaceAll("[\\w-]+@example.org", "X"))
                .toList();

        assertThat(bodies.getFirst()).startsWith("401").contains("id=\"fehler\"");
        assertThat(bodies).containsOnly(bodies.getFirst());
    }

    @Test
    void after_many_failures_the_next_try_waits_and_nobody_is_locked_out() {
        Client client = new Client(app);
        Map<String, String> wrong = Map.of("email", "geraten@example.org", "password", "falsch falsch falsch");
        HttpResponse<String> last = client.post("/anmelden", wrong);
        for (int more = 0; more < 5; more++) {
            last = client.post("/anmelden", wrong);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After").orElseThrow()).matches("\\d+");
        assertThat(last.body()).contains("Es gab zu viele Versuche.");
        Client.signedIn(app, Role.OFFICE);
    }

    @ParameterizedTest
    @CsvSource({
        "email=a%00b&password=%00, 401",
        "email=%zz&password=a, 400",
        "email=%ff, 400",
        "'%%&=&', 400",
        "'', 401"
    })
    void what_no_browser_sends_does_no_harm(String body, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(app.address() + "/anmelden"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(TestApp.send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void signing_out_ends_the_session_itself() {
        Client client = Client.signedIn(app, Role.OFFICE);
        Client copy = client.at(app);
        HttpResponse<String> answer = client.post("/abmelden", Map.of());

        assertThat(Client.setCookie(answer).orElseThrow()).contains("Max-Age=0");
        assertThat(copy.get("/verwaltung").statusCode()).isEqualTo(303);
    }

    @Test
    void signing_in_again_ends_the_session_before() {
        Client client = Client.signedIn(app, Role.OFFICE);
        Client before = client.at(app);
        client.post("/anmelden", Map.of("email", People.email(Role.OFFICE), "password", People.PASSWORD));

        assertThat(client.get("/verwaltung").statusCode()).isEqualTo(200);
        assertThat(before.get("/verwaltung").statusCode()).isEqualTo(303);
    }

    @Test
    void sessions_survive_a_restart_and_only_a_hash_of_them_is_stored() {
        Client client = Client.signedIn(app, Role.OFFICE);
        assertThat(client.get("/verwaltung").statusCode()).isEqualTo(200);
        try (TestApp other = TestApp.beside(app)) {
            assertThat(client.at(other).get("/verwaltung").statusCode()).isEqualTo(200);
        }
        boolean isHash = jdbi().withHandle(db -> db.createQuery("SELECT min(length(hash)) = 32 FROM session")
                .mapTo(Boolean.class)
                .one());
        assertThat(isHash).isTrue();
    }

    @Test
    void a_session_ends_after_a_while_without_a_request_and_after_its_time() {
        for (String change :
                List.of("seen = now() - interval '121 minutes'", "ends = now(), begun = now() - interval '1 h'")) {
            Client client = Client.signedIn(app, Role.OFFICE);
            jdbi().useHandle(db -> db.execute("UPDATE session SET " + change));

            assertThat(client.get("/verwaltung").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void nothing_changes_without_the_forms_token_or_from_another_site() {
        Client client = Client.signedIn(app, Role.ADMIN);
        client.get("/verwaltung/konten");
        Map<String, String> form = Map.of("name", "Eva", "email", "eva@example.org", "role", "editor");
        Map<String, String> forged = new HashMap<>(form);
        forged.put("_sitzung", "x".repeat(43));

        assertThat(client.post("/verwaltung/konten", forged).statusCode()).isEqualTo(403);
        assertThat(client.post("/verwaltung/konten", form, "Origin", "https://example.com")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/verwaltung/konten", form, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(client.post("/verwaltung/konten", form, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.post("/verwaltung/konten", form, new String[0]).statusCode())
                .isEqualTo(403);
        assertThat(client.get("/verwaltung/konten").body()).doesNotContain("eva@example.org");
        assertThat(client.post("/verwaltung/konten", form).statusCode()).isEqualTo(200);
        assertThat(client.get("/verwaltung/konten").body()).contains("eva@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//example.com/", "https://example.com/", "/suche", "/verwaltung\\@example.com", "javascript:1"})
    void signing_in_leads_nowhere_else(String wanted) {
        HttpResponse<String> answer = new Client(app)
                .post(
                        "/anmelden",
                        Map.of("email", "editor@example.org", "password", People.PASSWORD, "weiter", wanted));

        assertThat(Client.location(answer)).isEqualTo("/verwaltung");
    }

    @Test
    void signing_in_leads_where_somebody_wanted_to_go() {
        Client client = new Client(app);
        String there = Client.location(client.get("/verwaltung/protokoll?vor=5"));
        assertThat(there).isEqualTo("/anmelden?weiter=%2Fverwaltung%2Fprotokoll%3Fvor%3D5");
        assertThat(client.get(there).body()).contains("value=\"/verwaltung/protokoll?vor=5\"");

        HttpResponse<String> answer = client.post(
                "/anmelden",
                Map.of(
                        "email", "admin@example.org",
                        "password", People.PASSWORD,
                        "weiter", "/verwaltung/protokoll?vor=5"));

        assertThat(Client.location(answer)).isEqualTo("/verwaltung/protokoll?vor=5");
    }

    @Test
    void an_invitation_lets_somebody_choose_a_password_once() {
        Client admin = Client.signedIn(app, Role.ADMIN);
        admin.get("/verwaltung/konten");
        HttpResponse<String> invited = admin.post(
                "/verwaltung/konten",
                Map.of("name", "Mina", "email", "mina@example.org", "role", "office", "states", "DE-BE|DE-HH"));
        Matcher link = Pattern.compile("/anmelden/passwort/[\\w-]{43}").matcher(invited.body());
        assertThat(link.find()).isTrue();
        Client mina = new Client(app);
        HttpResponse<String> choice = mina.get(link.group());
        assertThat(choice.body()).contains("mina@example.org");
        assertThat(choice.headers().firstValue("Referrer-Policy")).contains("strict-origin");

        assertThat(mina.post(link.group(), Map.of("password", "zu kurz")).statusCode())
                .isEqualTo(422);
        assertThat(mina.post(link.group(), Map.of("password", People.PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(mina.post(link.group(), Map.of("password", "ein anderes Passwort ohne Sinn"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(mina.post("/anmelden", Map.of("email", "mina@example.org", "password", People.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.get("/verwaltung/konten").body()).contains("Berlin, Hamburg");
    }

    @Test
    void whoever_is_closed_out_is_out_at_once_and_whoever_is_erased_leaves_no_name() {
        AccountId id = add("raus@example.org");
        Client admin = Client.signedIn(app, Role.ADMIN);
        Accounts accounts = People.accounts(jdbi(), InstantSource.system());
        assertThat(accounts.setPassword(id, People.PASSWORD)).isEmpty();
        Client other = new Client(app);
        other.post("/anmelden", Map.of("email", "raus@example.org", "password", People.PASSWORD));
        assertThat(other.get("/verwaltung").statusCode()).isEqualTo(200);
        admin.get("/verwaltung/konten");

        admin.post("/verwaltung/konten/" + id + "/sperren", Map.of());
        assertThat(other.get("/verwaltung").statusCode()).isEqualTo(303);
        assertThat(other.post("/anmelden", Map.of("email", "raus@example.org", "password", People.PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        admin.post("/verwaltung/konten/" + id + "/loeschen", Map.of());
        assertThat(admin.get("/verwaltung/konten").body()).doesNotContain("raus@example.org");
        assertThat(admin.get("/verwaltung/protokoll.jsonl").body())
                .contains("account.erased", id.toString())
                .doesNotContain("raus@example.org", "Alex");
    }

    @Test
    void nobody_closes_their_own_account() {
        Client admin = Client.signedIn(app, Role.ADMIN);
        admin.get("/verwaltung/konten");
        AccountId own = People.accounts(jdbi(), InstantSource.system())
                .store()
                .find("admin@example.org")
                .orElseThrow()
                .id();

        assertThat(admin.post("/verwaltung/konten/" + own + "/sperren", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.get("/verwaltung").statusCode()).isEqualTo(200);
    }

    @Test
    void a_second_factor_is_asked_for_and_each_code_works_once() {
        AccountId id = add("zwei@example.org");
        assertThat(People.accounts(jdbi(), InstantSource.system()).setPassword(id, People.PASSWORD))
                .isEmpty();
        Map<String, String> credentials = Map.of("email", "zwei@example.org", "password", People.PASSWORD);
        Client client = new Client(app);
        client.post("/anmelden", credentials);
        Matcher secret = Pattern.compile("name=\"secret\" value=\"([^\"]+)\"")
                .matcher(client.get("/konto/zweiter-faktor").body());
        assertThat(secret.find()).isTrue();
        byte[] key = Base64.getDecoder().decode(secret.group(1));
        OneTimeCodes codes = new OneTimeCodes();

        assertThat(client.post(
                                "/konto/zweiter-faktor",
                                Map.of("secret", secret.group(1), "code", "abc", "present_factor", People.PASSWORD))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.post(
                                "/konto/zweiter-faktor",
                                Map.of("secret", secret.group(1), "code", codes.code(key, Instant.now())))
                        .body())
                .contains("Das jetzige Passwort stimmt nicht.");
        String used = codes.code(key, Instant.now()); // holds for half a minute after its own, so slow tests pass too
        assertThat(client.post(
                                "/konto/zweiter-faktor",
                                Map.of("secret", secret.group(1), "code", used, "present_factor", People.PASSWORD))
                        .statusCode())
                .isEqualTo(303);

        assertThat(new Client(app).post("/anmelden", credentials).statusCode()).isEqualTo(401);
        assertThat(signIn(credentials, used)).isEqualTo(401);
        String next = codes.code(key, Instant.now().plusSeconds(30));
        assertThat(signIn(credentials, next)).isEqualTo(303);
        assertThat(signIn(credentials, next)).isEqualTo(401);
    }

    private static int signIn(Map<String, String> credentials, String code) {
        Map<String, String> form = new HashMap<>(credentials);
        form.put("code", code);
        return new Client(app).post("/anmelden", form).statusCode();
    }

    @Test
    void changing_the_password_ends_all_sessions() {
        AccountId id = add("neu@example.org");
        assertThat(People.accounts(jdbi(), InstantSource.system()).setPassword(id, People.PASSWORD))
                .isEmpty();
        Map<String, String> credentials = Map.of("email", "neu@example.org", "password", People.PASSWORD);
        Client client = new Client(app);
        Client other = new Client(app);
        client.post("/anmelden", credentials);
        other.post("/anmelden", credentials);
        client.get("/konto");

        assertThat(client.post("/konto/passwort", Map.of("present", "falsch", "password", "Kamel im Hochhaus 9"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.post("/konto/passwort", Map.of("present", People.PASSWORD, "password", "Kamel im Hochhaus 9"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(other.get("/konto").statusCode()).isEqualTo(303);
        assertThat(client.post("/anmelden", credentials).statusCode()).isEqualTo(401);
    }

    @Test
    void somebody_sees_and_ends_their_other_sessions_and_takes_their_data_along() {
        Client client = Client.signedIn(app, Role.PROVIDER);
        Client other = Client.signedIn(app, Role.PROVIDER);
        Matcher session = Pattern.compile("name=\"sitzung\" value=\"([0-9a-f]{64})\"")
                .matcher(client.get("/konto").body());
        assertThat(session.find()).isTrue();

        Client stranger = Client.signedIn(app, Role.EDITOR);
        stranger.get("/konto");
        stranger.post("/konto/sitzungen", Map.of("sitzung", session.group(1)));
        assertThat(other.get("/konto").statusCode()).isEqualTo(200);
        client.post("/konto/sitzungen", Map.of("sitzung", session.group(1)));
        assertThat(other.get("/konto").statusCode()).isEqualTo(303);
        assertThat(client.get("/konto/daten.json").body())
                .contains("\"email\":\"provider@example.org\"", "\"action\":\"session.begun\"", "Schutzengel GmbH");
    }

    @Test
    void the_log_can_be_added_to_only() {
        for (String change :
                List.of("UPDATE audit_entry SET action = 'a.b'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThat(catchThrowable(() -> jdbi().useHandle(db -> db.execute(change))))
                    .hasMessageContaining("only ever added to");
        }
    }
}
