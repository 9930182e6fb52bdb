package org.praxisdatenbank.sitetext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.db.TestDatabase.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;

/** An admin writes the operator's pages; everybody reads them at once, at other servers too. */
final class SiteTextPagesTest {
    private static final String IMPRINT = "/verwaltung/texte/impressum";
    private static final String BUILT_IN = "[Name der Betreiberin oder des Betreibers]";
    private static TestApp app;
    private static Client admin;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(app.database().database().jdbi(), Role.ADMIN);
        admin = Client.signedIn(app, Role.ADMIN);
        admin.get(IMPRINT);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @BeforeEach
    void nothing_is_written() {
        app.database().database().jdbi().useHandle(db -> db.execute("DELETE FROM site_text"));
        await("the built-in texts", () -> body("/impressum").contains(BUILT_IN));
    }

    private static String body(String path) {
        return app.get(path).body();
    }

    private static HttpResponse<String> send(String version, String german, String english, String action) {
        return admin.post(IMPRINT, Map.of("stand", version, "german", german, "english", english, "aktion", action));
    }

    private static void save(String german, String english) {
        assertThat(Client.led(send(admin.version(IMPRINT), german, english, "speichern")))
                .startsWith(IMPRINT);
    }

    @Test
    void what_is_saved_is_read_in_both_languages_and_at_another_server() {
        try (TestApp other = TestApp.beside(app)) {
            assertThat(other.get("/impressum").body()).contains(BUILT_IN);

            save("## Wer wir sind\n\nAmt für Gesundheit\n[Kontakt](mailto:amt@example.org)", "Health Office");

            assertThat(body("/impressum"))
                    .contains("<h2 class=\"kern-heading-medium\">Wer wir sind</h2>")
                    .contains("<p>Amt für Gesundheit<br><a class=\"kern-link\" href=\"mailto:amt@example.org\">")
                    .doesNotContain(BUILT_IN);
            assertThat(body("/en/impressum")).contains("<p>Health Office</p>");
            await("the other server", () -> other.get("/en/impressum").body().contains("Health Office"));
        }
        assertThat(admin.get("/verwaltung/texte").body()).contains("Eigener Text: Fassung 1,", "Kim ADMIN");
    }

    @Test
    void the_introductions_of_start_page_and_about_are_written_too() {
        for (String page : new String[] {"start", "ueber"}) {
            String path = "/verwaltung/texte/" + page;
            String version = admin.version(path);
            admin.post(path, Map.of("stand", version, "german", "Gesund in " + page, "english", ""));
        }

        assertThat(body("/")).contains("<p>Gesund in start</p>");
        assertThat(body("/ueber")).contains("<p>Gesund in ueber</p>", "Die 159 Einträge wurden");
        assertThat(body("/en")).contains("The Praxisdatenbank shows");
    }

    @Test
    void html_is_text_and_links_that_do_something_are_refused() {
        save("<script>alert(1)</script> & <img src=x>", "x");
        assertThat(body("/impressum"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x&gt;")
                .doesNotContain("<script>alert");

        HttpResponse<String> refused = send(admin.version(IMPRINT), "[hier](javascript:alert(1))", "x", "speichern");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Diese Adresse geht hier nicht: javascript:alert(1).", "[hier](javascript:alert(1))")
                .contains("href=\"#german\"");
        assertThat(send(admin.version(IMPRINT), "x", "![x](https://example.org/x.png)", "vorschau")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(admin.version(IMPRINT), "x".repeat(20_001), "", "speichern")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_preview_shows_and_saves_nothing() {
        HttpResponse<String> preview = send(admin.version(IMPRINT), "- eins\n- **zwei**", "", "vorschau");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("<li><strong>zwei</strong></li>", "Er ist noch nicht gespeichert", "- eins\n- **zwei**");
        assertThat(body("/impressum")).contains(BUILT_IN);
    }

    @Test
    void who_comes_second_sees_what_the_first_has_saved_and_nothing_is_lost() {
        String version = admin.version(IMPRINT);
        save("Vom ersten", "By the first");

        HttpResponse<String> second = send(version, "Vom zweiten", "By the second", "speichern");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("Inzwischen gespeichert von Kim ADMIN", "Vom ersten", "By the first")
                .contains("Vom zweiten</textarea>");
        assertThat(body("/impressum")).contains("Vom ersten").doesNotContain("Vom zweiten");
        assertThat(Client.led(send(Client.versionIn(second.body()), "Von beiden", "By both", "speichern")))
                .startsWith(IMPRINT);
        assertThat(body("/impressum")).contains("Von beiden");
        assertThat(admin.post(IMPRINT + "/zuruecksetzen", Map.of("stand", version))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void an_earlier_version_comes_back_and_so_does_the_built_in_text() {
        save("Fassung eins", "Version one");
        save("Fassung zwei", "");
        assertThat(body("/en/impressum")).contains("[Name of the operator]");
        String path = IMPRINT + "/fassungen/1";
        assertThat(admin.get(path).body()).contains("<p>Fassung eins</p>", "<p>Version one</p>");

        Client.led(admin.post(path + "/wiederherstellen", Map.of("stand", admin.version(path))));
        assertThat(body("/impressum")).contains("Fassung eins");
        assertThat(body("/en/impressum")).contains("Version one");

        Client.led(admin.post(IMPRINT + "/zuruecksetzen", Map.of("stand", admin.version(IMPRINT))));
        assertThat(body("/impressum")).contains(BUILT_IN);
        assertThat(admin.get(IMPRINT).body()).contains("Fassung 4", "· mitgelieferter Text");
        String deeds = app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT string_agg(action || ' ' || subject || ' ' || detail, ', ' ORDER BY number)"
                                + " FROM (SELECT * FROM audit_entry WHERE action LIKE 'text.%'"
                                + " ORDER BY number DESC LIMIT 4) AS last")
                .mapTo(String.class)
                .one());
        assertThat(deeds)
                .isEqualTo("text.saved impressum 1, text.saved impressum 2, text.restored impressum 3,"
                        + " text.reset impressum 4");
    }

    @Test
    void what_is_saved_unchanged_stays_the_built_in_text() {
        String page = admin.get(IMPRINT).body();
        assertThat(page).contains("## Betreiberin oder Betreiber").doesNotContain("Ordner der Installation");
        save("", "");

        assertThat(admin.get("/verwaltung/texte").body()).doesNotContain("Eigener Text");
    }
}
