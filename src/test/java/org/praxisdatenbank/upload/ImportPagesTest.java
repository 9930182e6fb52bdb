package org.praxisdatenbank.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.transfer.Workbooks;

/** Importing in the browser, over HTTP and with the whole program. */
final class ImportPagesTest {
    private static final String TABLE =
            """
            Kennung;Art;Titel;Kurzbeschreibung;Bundesland;Wo;Bemerkung
            ziegenhof;Projekt;Ziegenhof Xylophonie;Ein Beispiel.;Bayern;Kolbermoor;intern
            """;
    private static TestApp app;
    private static Client editor;
    private static Conversation desk;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        People.add(jdbi(), Role.ADMIN);
        People.add(jdbi(), Role.EDITOR);
        editor = Client.signedIn(app, Role.EDITOR);
        desk = new Conversation(editor);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static String record(String id, String title) {
        return "{\"id\":\"%s\",\"type\":\"project\",\"title\":\"%s\",\"summary\":\"S\"}\n".formatted(id, title);
    }

    /** The one value that is asked for. */
    private static String sql(String query) {
        return jdbi().withHandle(db -> db.createQuery(query).mapTo(String.class).one());
    }

    private static String api(String id) {
        return app.get("/api/v1/practices/" + id).body();
    }

    private static int status(String id) {
        return app.get("/api/v1/practices/" + id).statusCode();
    }

    @Test
    void a_table_goes_from_upload_to_search() {
        String upload = desk.upload("Ängebote.csv", TABLE);
        assertThat(desk.page(upload + "/spalten"))
                .contains("Kolbermoor", "Wo", "<option value=\"states\" selected>Bundesländer</option>")
                .contains("<option value=\"title\" selected>Titel *</option>");
        // what nobody has assigned is a fault, with what to do
        assertThat(desk.page(upload)).contains("eine solche Spalte gibt es nicht", "Überschriften");

        Map<String, String> columns = Map.of(
                "feld-A", "id", "feld-B", "type", "feld-C", "title", "feld-D", "summary", "feld-E", "states", "feld-F",
                "place", "feld-G", "");
        assertThat(Client.led(desk.act(upload + "/spalten", columns))).isEqualTo(upload);
        assertThat(desk.page(upload)).contains("alles in Ordnung", "Jetzt importieren");
        assertThat(desk.page("/en" + upload)).contains("all is well", "Import now");
        assertThat(status("ziegenhof")).isEqualTo(404);

        String run = Client.led(desk.act(upload + "/uebernehmen"));
        assertThat(desk.page(run)).contains("Der Import ist übernommen.", "Alles ist auffindbar.", "Kim EDITOR");
        assertThat(api("ziegenhof")).contains("\"place\":\"Kolbermoor\"", "\"states\":[\"DE-BY\"]");
        assertThat(app.get("/api/v1/practices?q=xylophonie").body()).contains("\"total\":1");
        assertThat(editor.get(upload).statusCode()).isEqualTo(404);
        assertThat(desk.page(Conversation.PATH)).contains("Ängebote.csv");
        assertThat(Client.signedIn(app, Role.ADMIN).get("/verwaltung/protokoll").body())
                .contains("Import übernommen");
        assertThat(sql("SELECT made_by FROM revision WHERE practice = 'ziegenhof' AND account IS NOT NULL"))
                .isEqualTo("import");
    }

    @Test
    void lines_need_no_columns_and_faults_are_told_in_both_languages() {
        String lines = record("fuchsbau", "Fuchsbau") + "{\"id\":\"dachsbau\",\"type\":\"projeckt\",\"title\":\"\"}\n";
        HttpResponse<String> sent = desk.send("a.jsonl", lines.getBytes(UTF_8));
        String upload = Client.led(sent);
        assertThat(upload).doesNotContain("spalten");
        assertThat(desk.page(upload))
                .contains("3 Angaben sind fehlerhaft, in einem Datensatz")
                .contains("meinten Sie „project“?", "ist leer; jedes Angebot braucht es")
                .contains("<dt>Neu</dt><dd>1</dd>", "<dt>Abgelehnt</dt><dd>1</dd>")
                .doesNotContain("Jetzt importieren");
        assertThat(desk.page("/en" + upload))
                .contains("3 entries are at fault, in one record", "did you mean \"project\"?");
        assertThat(new String(editor.download(upload + "/fehler"), UTF_8))
                .contains("\"import_errors\":\"title: ist leer; jedes Angebot braucht es | summary: das Feld fehlt;")
                .startsWith(record("fuchsbau", "Fuchsbau"));
        // nobody can take it over all the same
        assertThat(Client.led(desk.act(upload + "/uebernehmen"))).isEqualTo(upload);
        assertThat(status("fuchsbau")).isEqualTo(404);

        assertThat(Client.led(desk.act(upload + "/verwerfen"))).startsWith(Conversation.PATH);
        assertThat(editor.get(upload).statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> refused() {
        String bomb = "a".repeat(1_000_000).repeat(40);
        return Stream.of(
                Arguments.of("a.csv", new byte[0], 422, "ist leer. Es wurde nichts geändert."),
                Arguments.of("a.csv", new byte[21_000_000], 413, "Die Datei ist größer als 20 MB. Teilen Sie sie"),
                Arguments.of("bild.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}, 422, "ist kein Text in UTF-8"),
                Arguments.of("brief.txt", "Hallo".getBytes(UTF_8), 422, "brief.txt lässt sich nicht lesen"),
                Arguments.of("a.xlsx", new byte[] {'P', 'K', 3, 4, 1}, 422, "ist ein beschädigtes ZIP-Archiv"),
                Arguments.of(
                        "bombe.xlsx",
                        Workbooks.of(Workbooks.row(1, bomb)).bytes(),
                        303,
                        "entpackt ist sie größer als 16 MB"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_read_is_answered_by_a_page_that_says_what_to_do(
            String name, byte[] content, int status, String message) {
        HttpResponse<String> answer = desk.send(name, content);
        assertThat(answer.statusCode()).isEqualTo(status);
        String page = status == 303 ? desk.page(Client.led(answer).replace("/spalten", "")) : answer.body();
        assertThat(page).contains(message);
    }

    @Test
    void an_upload_needs_the_token_of_the_page() {
        byte[] content = record("abc", "T").getBytes(UTF_8);
        assertThat(editor.upload(Conversation.PATH, "wrong", "datei", "a.jsonl", content)
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.send("", new byte[0]).body()).contains("Wählen Sie eine Datei aus.");
    }

    @Test
    void only_its_owner_sees_an_upload_also_after_a_restart_but_not_for_long() {
        String upload = desk.upload("eigene.jsonl", record("abc", "T"));
        Client admin = Client.signedIn(app, Role.ADMIN);
        assertThat(admin.get(upload).statusCode()).isEqualTo(404);
        assertThat(admin.get(Conversation.PATH).body()).doesNotContain("eigene.jsonl");
        try (TestApp other = TestApp.beside(app)) {
            assertThat(editor.at(other).get(upload).statusCode()).isEqualTo(200);
        }
        jdbi().useHandle(db -> db.execute("UPDATE upload SET made = made - interval '22 hours'"));
        assertThat(editor.get(upload).statusCode()).isEqualTo(404);
        new UploadStore(jdbi()).sweep();
        assertThat(sql("SELECT count(*) FROM upload")).isEqualTo("0");
    }

    @Test
    void of_many_uploads_the_oldest_give_way() {
        String first = desk.upload("erste.jsonl", record("abc", "T"));
        for (int i = 0; i < UploadStore.MOST; i++) {
            desk.upload(i + ".jsonl", record("abc", "T"));
        }
        assertThat(editor.get(first).statusCode()).isEqualTo(404);
        assertThat(desk.page(Conversation.PATH)).contains("4.jsonl").doesNotContain("erste.jsonl");
    }

    @Test
    void an_import_is_taken_back_as_a_whole() {
        desk.imported("a.jsonl", record("alt-eins", "Vorher"));
        String run = desk.imported("b.jsonl", record("alt-eins", "Nachher") + record("neu-eins", "Neu"));
        assertThat(api("alt-eins")).contains("Nachher");

        String after = Client.led(desk.act(run + "/zuruecknehmen"));
        assertThat(desk.page(after)).contains("Der Import ist zurückgenommen.").doesNotContain("Import zurücknehmen");
        assertThat(api("alt-eins")).contains("Vorher", "\"version\":3");
        assertThat(status("neu-eins")).isEqualTo(410);
        assertThat(app.get("/api/v1/practices?q=Nachher").body()).contains("\"total\":0");
        // once more does nothing
        Client.led(desk.act(run + "/zuruecknehmen"));
        assertThat(api("alt-eins")).contains("\"version\":3");
    }

    @Test
    void what_somebody_has_changed_since_is_never_overwritten() {
        desk.imported("a.jsonl", record("zwei-eins", "Vorher") + record("zwei-zwei", "Vorher"));
        String run = desk.imported(
                "b.jsonl",
                record("zwei-eins", "Import") + record("zwei-zwei", "Import") + record("zwei-neu", "Import"));
        desk.imported("c.jsonl", record("zwei-zwei", "Von Hand"));

        HttpResponse<String> conflict = desk.act(run + "/zuruecknehmen");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Ein Angebot wurde seit dem Import geändert", "zwei-zwei", "Alle anderen zurücknehmen")
                .doesNotContain("zwei-eins");
        assertThat(api("zwei-eins")).contains("Import");

        String after = Client.led(desk.act(run + "/zuruecknehmen", Map.of("lassen", "ja")));
        assertThat(desk.page(after)).contains("weil seitdem bearbeitet: 1");
        assertThat(api("zwei-eins")).contains("Vorher");
        assertThat(api("zwei-zwei")).contains("Von Hand");
        assertThat(status("zwei-neu")).isEqualTo(410);
    }

    @Test
    void imports_are_taken_back_one_after_the_other() {
        desk.imported("a.jsonl", record("drei-eins", "Eins"));
        String second = desk.imported("b.jsonl", record("drei-eins", "Zwei"));
        String third = desk.imported("c.jsonl", record("drei-eins", "Drei"));

        assertThat(desk.act(second + "/zuruecknehmen").statusCode()).isEqualTo(409);
        Client.led(desk.act(third + "/zuruecknehmen"));
        assertThat(api("drei-eins")).contains("Zwei");
        Client.led(desk.act(second + "/zuruecknehmen"));
        assertThat(api("drei-eins")).contains("Eins");
    }

    @Test
    void what_was_withdrawn_before_an_import_is_withdrawn_again() {
        String first = desk.imported("a.jsonl", record("vier-eins", "Eins"));
        Client.led(desk.act(first + "/zuruecknehmen"));
        String second = desk.imported("a.jsonl", record("vier-eins", "Eins"));
        assertThat(status("vier-eins")).isEqualTo(200);
        Client.led(desk.act(second + "/zuruecknehmen"));
        assertThat(status("vier-eins")).isEqualTo(410);
    }

    @Test
    void after_thirty_days_there_is_no_way_back() {
        String run = desk.imported("a.jsonl", record("lange-her", "T"));
        jdbi().useHandle(db -> db.execute("UPDATE import_run SET made = now() - interval '30 days' WHERE number = "
                + run.substring(run.lastIndexOf('/') + 1)));
        assertThat(editor.get(run).statusCode()).isEqualTo(404);
        assertThat(desk.act(run + "/zuruecknehmen").statusCode()).isEqualTo(404);
        assertThat(status("lange-her")).isEqualTo(200);
    }

    @Test
    void two_people_at_once_each_have_their_import() throws Exception {
        Conversation other = new Conversation(Client.signedIn(app, Role.ADMIN));
        String content = record("gleich-eins", "T") + record("gleich-zwei", "T");
        String mine = desk.upload("meine.jsonl", content);
        String theirs = other.upload("ihre.jsonl", content);
        try (ExecutorService both = Executors.newFixedThreadPool(3)) {
            List<Future<HttpResponse<String>>> ended = both.invokeAll(List.of(
                    () -> desk.act(mine + "/uebernehmen"),
                    () -> desk.act(mine + "/uebernehmen"),
                    () -> other.act(theirs + "/uebernehmen")));
            // the very same upload is taken over once only, however often somebody asks
            assertThat(ended.stream().limit(2).map(Future::resultNow).map(HttpResponse::statusCode))
                    .containsExactlyInAnyOrder(303, 404);
            assertThat(ended.getLast().resultNow().statusCode()).isEqualTo(303);
        }
        assertThat(
                        sql(
                                "SELECT sum(inserted) || ' of ' || sum(read) FROM import_run WHERE file IN ('meine.jsonl', 'ihre.jsonl')"))
                .isEqualTo("2 of 4");
    }
}
