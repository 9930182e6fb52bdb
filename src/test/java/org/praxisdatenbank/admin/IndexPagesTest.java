package org.praxisdatenbank.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.index.Generation;

/** What admins see of the index of a running server, and do to it. */
final class IndexPagesTest {
    private static final String PATH = "/verwaltung/index";
    private static final Pattern GENERATION = Pattern.compile("\"generation\":\"(generation-[\\w-]+)\"");
    private static TestApp app;
    private static Client admin;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(jdbi(), Role.ADMIN);
        admin = Client.signedIn(app, Role.ADMIN);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @BeforeEach
    void nothing_is_being_done() {
        TestDatabase.await("rest", () -> page().contains("data-index=\"idle\""));
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static String page() {
        return admin.get(PATH).body();
    }

    /** The page that a form leads to, when all has been done. */
    private static String after(String action) {
        HttpResponse<String> answer = admin.post(PATH + "/" + action, Map.of());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(PATH);
        TestDatabase.await("the end of " + action, () -> page().contains("data-index=\"idle\""));
        return page();
    }

    /** As everybody is told. */
    private static String live() {
        Matcher name = GENERATION.matcher(app.get("/api/v1/status").body());
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private static long logged(String action) {
        return jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM audit_entry WHERE action = :action")
                .bind("action", action)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void an_admin_sees_how_the_index_stands_in_both_languages() {
        assertThat(page())
                .contains("<h1 class=\"kern-heading-x-large\">Suchindex</h1>", live(), "<dd>159</dd>")
                .contains("keiner, alle Änderungen sind im Index", "sind gleich: 159 von 159");
        assertThat(admin.get("/en" + PATH).body())
                .contains("not at all, every change is in the index", "are equal: 159 of 159")
                .contains("action=\"/en/verwaltung/index/neu-bauen\"");
    }

    @Test
    void an_admin_builds_anew_and_goes_back() {
        String first = live();
        long before = logged("index.reindex");

        String built = after("neu-bauen");

        assertThat(live()).isNotEqualTo(first);
        assertThat(built).contains("Der neue Index wird benutzt. Angebote darin: 159.", live(), first);
        assertThat(app.get("/api/v1/practices?q=bewegung").statusCode()).isEqualTo(200);
        assertThat(logged("index.reindex")).isEqualTo(before + 1);

        assertThat(after("zurueck")).contains("Die vorige Generation wird wieder benutzt.");
        assertThat(live()).isEqualTo(first);
        assertThat(logged("index.rollback")).isPositive();
    }

    @Test
    void what_was_changed_behind_the_back_is_found_and_mended() {
        jdbi().useHandle(db ->
                db.execute("UPDATE practice SET title = 'Quarkkeulchen' WHERE id = 'schutzengel-flensburg'"));

        assertThat(after("vergleichen"))
                .contains("weichen in 1 von 159 Angeboten ab", "href=\"/angebote/schutzengel-flensburg\"")
                .contains("steht anders im Index", PATH + "/reparieren");
        assertThat(after("reparieren"))
                .contains("sind gleich: 159 von 159")
                .doesNotContain("steht anders im Index", PATH + "/reparieren");

        assertThat(app.get("/api/v1/practices?q=quarkkeulchen").body()).contains("\"total\":1");
        assertThat(logged("index.verify")).isPositive();
        assertThat(logged("index.repair")).isPositive();
    }

    @Test
    void a_second_build_is_refused_with_who_runs_the_first_which_can_be_cancelled() {
        long before = logged("index.reindex");
        try (Generation other = app.build()) {
            other.tell(new Step("index", 20, 100, 10, 8));

            assertThat(page())
                    .contains("data-index=\"building\"", "Einlesen: 20 von 100, 10 je Sekunde, noch etwa 8 Sek.")
                    .contains("max=\"100\" value=\"20\"", PATH + "/abbrechen")
                    .doesNotContain(PATH + "/neu-bauen");
            HttpResponse<String> refused = admin.post(PATH + "/neu-bauen", Map.of());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body())
                    .contains("Es läuft schon ein Neuaufbau: Prozess "
                            + ProcessHandle.current().pid() + " auf ");
            assertThat(admin.post(PATH + "/zurueck", Map.of()).statusCode()).isEqualTo(409);
            assertThat(logged("index.reindex")).isEqualTo(before);

            assertThat(admin.post(PATH + "/abbrechen", Map.of()).statusCode()).isEqualTo(303);
            assertThat(other.isCancelled()).isTrue();
            assertThat(logged("index.cancel")).isPositive();
        }
        assertThat(page()).contains("data-index=\"idle\"");
    }

    @Test
    void what_cannot_be_done_is_refused_with_the_reason() {
        HttpResponse<String> cancel = admin.post(PATH + "/abbrechen", Map.of());
        assertThat(cancel.statusCode()).isEqualTo(409);
        assertThat(cancel.body()).contains("Es läuft kein Neuaufbau");
        assertThat(cancel.body()).contains("hreflang=\"en\" href=\"" + app.address() + "/en/verwaltung/index\"");
        HttpResponse<String> repair = admin.post("/en" + PATH + "/reparieren", Map.of());
        assertThat(repair.statusCode()).isEqualTo(409);
        assertThat(repair.body()).contains("there is nothing to repair");
    }
}
