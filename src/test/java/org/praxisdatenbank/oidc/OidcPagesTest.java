package org.praxisdatenbank.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;

/** Signing in by a real identity provider, over HTTP. */
final class OidcPagesTest {
    private static final String OWN = "/konto/anmeldedienst";
    private static final String VISIT = "__Host-praxis-dienst";
    private static TestProvider there;
    private static TestApp app;

    @BeforeAll
    static void start() {
        there = TestProvider.start();
        app = TestApp.by(there);
        there.of(app);
        List.of(Role.values()).forEach(role -> People.add(jdbi(), role));
    }

    @AfterAll
    static void stop() {
        app.close();
        there.close();
    }

    /** Each test begins with nobody linked, and a provider that does what it should. */
    @AfterEach
    void forget() {
        there.doing("");
        jdbi().useHandle(db -> db.execute("DELETE FROM identity"));
        jdbi().useHandle(db -> db.execute("UPDATE account SET closed = NULL, totp_secret = NULL, totp_used = NULL"));
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static List<String> deeds() {
        return jdbi().withHandle(db -> db.createQuery(
                        "SELECT concat_ws(' ', action, detail) FROM audit_entry ORDER BY number DESC LIMIT 3")
                .mapTo(String.class)
                .list());
    }

    /** Of all tests: the log has no more than one of a kind a minute. */
    private static List<String> refusals() {
        return jdbi().withHandle(db -> db.createQuery("SELECT detail FROM audit_entry WHERE action = 'session.refused'")
                .mapTo(String.class)
                .list());
    }

    private static HttpResponse<String> setOut(Client client) {
        return client.post("/anmelden/dienst", Map.of("weiter", "/verwaltung/angebote"));
    }

    /** Where the provider sends somebody back to, from our root. */
    private static String back(Client client, String subject) {
        return Addresses.fromRoot(there.signIn(Addresses.onward(setOut(client).body()), subject));
    }

    private static HttpResponse<String> signIn(Client client, String subject) {
        return client.get(back(client, subject));
    }

    private static boolean isSignedIn(Client client) {
        return client.get("/verwaltung").statusCode() == 200;
    }

    @Test
    void without_the_settings_there_is_nothing_of_it() {
        TestApp plain = TestApp.shared();
        Client client = new Client(plain);

        assertThat(client.get("/anmelden").body()).doesNotContain("/anmelden/dienst");
        assertThat(client.get("/datenschutz").body()).doesNotContain("anmelden dort");
        assertThat(client.post("/anmelden/dienst", Map.of()).statusCode()).isEqualTo(404);
        for (String path : List.of("/anmelden/dienst/zurueck", "/anmelden/dienst/code", OWN)) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(app.get("/datenschutz").body()).contains("Sie können sich auch bei Landesportal anmelden.");
    }

    @Test
    void whose_verified_address_is_that_of_an_account_is_let_in_and_known_from_then_on() {
        there.person("editor-1", "Editor@Example.org", true);
        Client client = new Client(app);

        HttpResponse<String> first = signIn(client, "editor-1");

        assertThat(Client.led(first)).isEqualTo("/verwaltung/angebote");
        assertThat(client.get("/verwaltung").body()).contains("Kim EDITOR");
        assertThat(deeds()).startsWith("session.begun oidc", "account.identity_linked");
        assertThat(client.get("/konto/daten.json").body())
                .contains("\"subject\":\"editor-1\"", "\"issuer\":\"" + there.issuer());

        there.person("editor-1", "married@example.org", true);
        assertThat(Client.led(signIn(new Client(app), "editor-1"))).isEqualTo("/verwaltung/angebote");
        there.person("editor-2", "editor@example.org", true);
        assertThat(signIn(new Client(app), "editor-2").statusCode()).isEqualTo(403);
    }

    @Test
    void no_cookie_is_set_before_somebody_wants_to_go_there() {
        Client client = new Client(app);
        assertThat(client.get("/anmelden").headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> out = setOut(client);

        assertThat(out.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(VISIT + "=\\S+; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600");
        assertThat(out.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void who_comes_back_without_having_set_out_is_not_let_in() {
        there.person("editor-1", "editor@example.org", true);
        Client attacker = new Client(app);
        String back = back(attacker, "editor-1");

        Client victim = new Client(app);
        assertThat(victim.get(back).statusCode()).isEqualTo(403);
        assertThat(attacker.without(VISIT).get(back).statusCode()).isEqualTo(403);
        setOut(victim);
        assertThat(victim.get(back).statusCode())
                .as("another visit of their own")
                .isEqualTo(403);
        assertThat(isSignedIn(victim)).isFalse();

        assertThat(attacker.get(back.replaceAll("state=[^&]+", "state=")).statusCode())
                .isEqualTo(403);
        assertThat(attacker.get(back).statusCode()).as("the visit is over").isEqualTo(403);
    }

    @Test
    void coming_back_works_once() {
        there.person("editor-1", "editor@example.org", true);
        Client client = new Client(app);
        String back = back(client, "editor-1");
        Client copy = client.at(app);
        Client.led(client.get(back));

        assertThat(client.get(back).statusCode()).isEqualTo(403);
        HttpResponse<String> again = copy.get(back);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("ließ sich nicht bestätigen");
        assertThat(isSignedIn(copy)).isFalse();
    }

    @Test
    void another_site_cannot_begin_it() {
        assertThat(new Client(app)
                        .postFrom("https://evil.example", "/anmelden/dienst", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_gives_up_there_is_told_how_to_go_on() {
        Client client = new Client(app);
        String state = Addresses.parameter(
                Addresses.parameters(Addresses.onward(setOut(client).body())), "state");

        HttpResponse<String> answer = client.get("/anmelden/dienst/zurueck?error=access_denied&state=" + state);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("wurde abgebrochen oder dort abgelehnt", "name=\"password\"");
    }

    @Test
    void who_calls_itself_otherwise_is_not_believed() {
        there.person("editor-1", "editor@example.org", true);
        Client client = new Client(app);
        String back = back(client, "editor-1").replaceAll("&iss=[^&]*", "") + "&iss=https%3A%2F%2Fother.example";

        assertThat(client.get(back).statusCode()).isEqualTo(403);
    }

    @Test
    void whose_address_is_not_verified_is_told_so() {
        there.person("editor-1", "editor@example.org", false);

        HttpResponse<String> answer = signIn(new Client(app), "editor-1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("hat Ihre E-Mail-Adresse nicht bestätigt");
        assertThat(refusals()).contains("oidc unverified");
    }

    @Test
    void whoever_has_no_account_is_told_whom_to_ask_and_gets_none() {
        there.person("stranger", "stranger@example.org", true);
        Client client = new Client(app);

        HttpResponse<String> answer = signIn(client, "stranger");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Für Sie gibt es hier kein offenes Konto", "/impressum");
        assertThat(isSignedIn(client)).isFalse();
        assertThat(refusals()).contains("oidc unknown");
        assertThat(People.isKnown(jdbi(), "stranger@example.org")).isFalse();
    }

    @Test
    void an_address_that_only_looks_like_somebodys_is_nobodys() {
        // the Kelvin sign becomes a k in lower case
        jdbi().useHandle(db -> db.execute("UPDATE account SET email = 'kim@example.org' WHERE role = 'office'"));
        there.person("kelvin", "\u212Aim@example.org", true);

        assertThat(signIn(new Client(app), "kelvin").statusCode()).isEqualTo(403);
        jdbi().useHandle(db -> db.execute("UPDATE account SET email = 'office@example.org' WHERE role = 'office'"));
    }

    @Test
    void a_closed_account_stays_closed() {
        there.person("editor-1", "editor@example.org", true);
        Client.led(signIn(new Client(app), "editor-1"));
        jdbi().useHandle(db -> db.execute("UPDATE account SET closed = now() WHERE role = 'editor'"));

        assertThat(signIn(new Client(app), "editor-1").statusCode()).isEqualTo(403);
        jdbi().useHandle(db -> db.execute("DELETE FROM identity"));
        assertThat(signIn(new Client(app), "editor-1").statusCode()).isEqualTo(403);
    }

    @Test
    void while_the_provider_is_away_people_sign_in_with_their_password() {
        there.doing("broken");
        try (TestApp fresh = TestApp.beside(app, there)) {
            Client client = new Client(fresh);
            HttpResponse<String> answer = client.post("/anmelden/dienst", Map.of());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Landesportal antwortet im Moment nicht.", "name=\"password\"");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            Client.signedIn(fresh, Role.EDITOR);
        }
    }

    @Test
    void the_code_of_a_second_factor_is_asked_for_and_nothing_is_linked_before() {
        byte[] secret = People.setSecondFactor(jdbi(), Role.EDITOR);
        there.person("editor-1", "editor@example.org", true);
        Client client = new Client(app);

        assertThat(Client.led(signIn(client, "editor-1"))).isEqualTo("/anmelden/dienst/code");
        assertThat(isSignedIn(client)).isFalse();
        assertThat(client.get("/anmelden/dienst/code").body()).contains("name=\"code\"");
        assertThat(client.post("/anmelden/dienst/code", Map.of("code", "000")).statusCode())
                .isEqualTo(401);
        assertThat(deeds()).startsWith("session.refused oidc code").doesNotContain("account.identity_linked");
        assertThat(new Client(app)
                        .post("/anmelden/dienst/code", Map.of("code", "000"))
                        .statusCode())
                .as("somebody else")
                .isEqualTo(403);

        String code = People.code(secret, Instant.now());
        Client copy = client.at(app);
        assertThat(Client.led(client.post("/anmelden/dienst/code", Map.of("code", code))))
                .isEqualTo("/verwaltung/angebote");
        assertThat(isSignedIn(client)).isTrue();
        assertThat(deeds()).startsWith("session.begun oidc code", "account.identity_linked");
        assertThat(copy.post("/anmelden/dienst/code", Map.of("code", code)).statusCode())
                .as("they have arrived")
                .isEqualTo(403);
    }

    @Test
    void codes_cannot_be_guessed() {
        People.setSecondFactor(jdbi(), Role.OFFICE);
        there.person("office-1", "office@example.org", true);
        Client client = new Client(app);
        signIn(client, "office-1");
        int status = 0;
        for (int guess = 0; guess < 6; guess++) {
            status = client.post("/anmelden/dienst/code", Map.of("code", "00000" + guess))
                    .statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(deeds()).startsWith("session.refused oidc later");
    }

    @Test
    void somebody_links_their_account_with_the_password_and_cuts_it_again() {
        there.person("private", "private@example.org", true);
        Client client = Client.signedIn(app, Role.PROVIDER);
        assertThat(client.get(OWN).body()).contains("nicht mit Landesportal verbunden");
        assertThat(client.get("/konto").body()).contains(OWN);

        assertThat(client.post(OWN + "/verbinden", Map.of("present", "falsch")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> out = client.post(OWN + "/verbinden", Map.of("present", People.PASSWORD));
        String back = Addresses.fromRoot(there.signIn(Addresses.onward(out.body()), "private"));
        assertThat(Client.led(client.get(back))).isEqualTo(OWN + "?getan=identity_linked");
        assertThat(client.get(OWN).body())
                .contains("mit Landesportal verbunden.")
                .contains("/trennen");
        assertThat(Client.led(signIn(new Client(app), "private"))).isEqualTo("/verwaltung/angebote");

        client.get(OWN);
        assertThat(client.post(OWN + "/trennen", Map.of("present", "falsch")).statusCode())
                .isEqualTo(422);
        assertThat(Client.led(client.post(OWN + "/trennen", Map.of("present", People.PASSWORD))))
                .isEqualTo(OWN + "?getan=identity_cut");
        assertThat(deeds()).startsWith("account.identity_cut");
        assertThat(signIn(new Client(app), "private").statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_linked_with_one_account_is_not_linked_with_another() {
        there.person("editor-1", "editor@example.org", true);
        Client.led(signIn(new Client(app), "editor-1"));
        Client provider = Client.signedIn(app, Role.PROVIDER);
        provider.get(OWN);
        HttpResponse<String> out = provider.post(OWN + "/verbinden", Map.of("present", People.PASSWORD));
        String back = Addresses.fromRoot(there.signIn(Addresses.onward(out.body()), "editor-1"));

        assertThat(Client.led(provider.get(back))).isEqualTo(OWN + "?fehler=taken");
        assertThat(provider.get(OWN + "?fehler=taken").body()).contains("gehört schon zu einem anderen Konto");
    }

    @Test
    void a_link_belongs_to_the_session_that_asked_for_it() {
        there.person("private", "private@example.org", true);
        Client client = Client.signedIn(app, Role.PROVIDER);
        client.get(OWN);
        HttpResponse<String> out = client.post(OWN + "/verbinden", Map.of("present", People.PASSWORD));
        String back = Addresses.fromRoot(there.signIn(Addresses.onward(out.body()), "private"));
        client.post("/anmelden", Map.of("email", People.email(Role.EDITOR), "password", People.PASSWORD));

        assertThat(Client.led(client.get(back))).isEqualTo(OWN + "?fehler=browser");
        assertThat(client.get(OWN).body()).contains("nicht mit Landesportal verbunden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/verwaltung\\@evil", ""})
    void nobody_is_led_elsewhere(String wanted) {
        there.person("editor-1", "editor@example.org", true);
        Client client = new Client(app);
        HttpResponse<String> out = client.post("/anmelden/dienst", Map.of("weiter", wanted));
        String back = there.signIn(Addresses.onward(out.body()), "editor-1");

        assertThat(Client.led(client.get(Addresses.fromRoot(back)))).isEqualTo("/verwaltung");
    }

    @Test
    void who_sets_out_in_english_comes_back_in_english() {
        there.person("stranger", "stranger@example.org", true);
        Client client = new Client(app);
        HttpResponse<String> out = client.post("/en/anmelden/dienst", Map.of());
        String back = Addresses.fromRoot(there.signIn(Addresses.onward(out.body()), "stranger"));

        assertThat(back).startsWith("/anmelden/dienst/zurueck?");
        String english = Client.led(client.get(back));
        assertThat(english).isEqualTo("/en" + back);
        assertThat(client.get(english).body()).contains("There is no open account for you here");
    }

    @Test
    void who_is_erased_is_unknown_there_too() {
        there.person("gone", "gone@example.org", true);
        People.invite(jdbi(), "gone@example.org");
        Client client = new Client(app);
        Client.led(signIn(client, "gone"));
        assertThat(client.get(OWN).body()).contains("Sie haben noch kein Passwort gewählt");
        jdbi().useHandle(db -> db.execute("DELETE FROM account WHERE email = 'gone@example.org'"));

        assertThat(signIn(new Client(app), "gone").statusCode()).isEqualTo(403);
    }
}
