package org.praxisdatenbank.fruitless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;

/** Visitors who search in vain, at a server behind a proxy that ends then; and editors at another one. */
final class FruitlessPagesTest {
    private static final String PATH = "/verwaltung/ohne-treffer";
    private static TestApp app;
    private static Client editor;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(app.database().database().jdbi(), Role.EDITOR);
        editor = Client.signedIn(app, Role.EDITOR);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @BeforeEach
    void nothing_is_known() {
        app.database().database().jdbi().useHandle(db -> db.execute("DELETE FROM fruitless_search"));
    }

    private static List<String> kept() {
        return strings("SELECT text || ': ' || times FROM fruitless_search ORDER BY text");
    }

    private static List<String> strings(String sql) {
        return app.database().database().jdbi().withHandle(db -> db.createQuery(sql)
                .mapTo(String.class)
                .list());
    }

    /** A search by a visitor; returns whether it came from memory. */
    private static boolean search(TestApp server, int visitor, String path) {
        HttpResponse<String> answer = server.get(path, "X-Forwarded-For", "203.0.113." + visitor, "Prefer", "timing");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Server-Timing").orElse("").startsWith("memory;");
    }

    @Test
    void what_five_visitors_searched_for_is_shown_though_the_answer_was_kept() {
        int fromMemory = 0;
        try (TestApp server = TestApp.behindProxy(app)) {
            for (int visitor = 1; visitor <= 5; visitor++) {
                fromMemory += search(server, visitor, "/suche?q=xylophonbau") ? 1 : 0;
            }
            assertThat(fromMemory).isEqualTo(4);
            String[] spellings = {
                "/suche?q=Ypsilonkurs", "/en/suche?q=ypsilonkurs", "/api/v1/practices?q=ypsilonkurs",
                "/suche?q=+YPSILONKURS&size=20", "/suche?q=ypsilonkurs&sort=title", "/suche?q=ypsilonkurs"
            };
            for (int visitor = 1; visitor <= 6; visitor++) {
                search(server, visitor, spellings[visitor - 1]);
            }
            assertThat(kept()).isEmpty();
        }

        assertThat(kept()).containsExactly("xylophonbau: 5", "ypsilonkurs: 6");
        assertThat(editor.get(PATH).body())
                .contains("<a class=\"kern-link\" href=\"/suche?q=xylophonbau\">xylophonbau</a>")
                .contains("mindestens 5 verschiedene");
        assertThat(editor.get("/en" + PATH).body()).contains("href=\"/en/suche?q=ypsilonkurs\"");
    }

    @Test
    void what_fewer_searched_for_never_reaches_the_disk() {
        try (TestApp server = TestApp.behindProxy(app)) {
            search(server, 1, "/suche?q=karinmusterfrau");
            for (int visitor = 1; visitor <= 4; visitor++) {
                search(server, visitor, "/suche?q=viererlei");
                search(server, visitor, "/suche?q=viererlei");
            }
            for (int time = 0; time < 6; time++) {
                search(server, 7, "/suche?q=immerwieder");
            }
        }

        assertThat(kept()).isEmpty();
        assertThat(editor.get(PATH).body()).contains("Zurzeit ist nichts verzeichnet.");
    }

    @Test
    void searches_that_found_something_or_were_narrowed_do_not_count() {
        try (TestApp server = TestApp.behindProxy(app)) {
            for (int visitor = 1; visitor <= 6; visitor++) {
                search(server, visitor, "/suche?q=bewegung");
                search(server, visitor, "/suche?q=xylophonbau&state=DE-BE");
                search(server, visitor, "/suche?q=bewegung+xylophonbau&match=all");
                search(server, visitor, "/api/v1/suggest?q=xylophonbau");
            }
        }

        assertThat(kept()).isEmpty();
    }

    @Test
    void a_line_is_deleted_and_the_log_does_not_say_which() {
        for (String text : List.of("=formel", "xylophonbau")) {
            app.database()
                    .database()
                    .jdbi()
                    .useHandle(db ->
                            db.execute("INSERT INTO fruitless_search VALUES (?, date_trunc('month', now()), 9)", text));
        }
        HttpResponse<String> table = editor.get(PATH + ".csv");
        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(table.body()).startsWith("text,times,last\r\n'=formel,9,").contains("xylophonbau,9,");
        editor.get(PATH);

        String led = Client.led(editor.post(PATH + "/loeschen", Map.of("text", "xylophonbau")));

        assertThat(editor.get(led).body()).contains("Der Suchtext ist gelöscht.", "=formel");
        assertThat(kept()).containsExactly("=formel: 9");
        assertThat(strings("SELECT concat(subject, detail) FROM audit_entry WHERE action = 'fruitless.removed'"))
                .containsExactly("");
    }

    @Test
    void the_database_itself_refuses_what_is_rare() {
        assertThatThrownBy(() -> app.database()
                        .database()
                        .jdbi()
                        .useHandle(db -> db.execute(
                                "INSERT INTO fruitless_search VALUES ('karin musterfrau', '2026-01-01', 4)")))
                .hasMessageContaining("times_check");
    }
}
