package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.db.TestDatabase.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.Relay;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.Wording;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The whole program while PostgreSQL is away behind a relay, and when it is back. */
@TestInstance(Lifecycle.PER_CLASS)
class OutageTest {
    private static final String ID = "schutzengel-flensburg";
    private static final List<String> PAGES = List.of(
            "/",
            "/suche?q=bewegung&state=DE-BE",
            "/en/suche?q=kita",
            "/angebote/" + ID,
            "/en/angebote/" + ID,
            "/kriterien",
            "/kriterien/partizipation",
            "/themen",
            "/themen/quartier",
            "/laender",
            "/laender/bayern",
            "/kommunen",
            "/ueber",
            "/impressum",
            "/suche/sprache?q=bewegung",
            "/suche/filter/provider",
            "/api",
            "/robots.txt",
            "/sitemap.xml",
            "/api/v1/practices?q=bewegung",
            "/api/v1/practices/" + ID,
            "/api/v1/practices/" + ID + "/similar",
            "/api/v1/suggest?q=bew",
            "/api/v1/facets/state",
            "/api/v1/vocabularies",
            "/health/live");
    /** Differs from one answer to the next: the day it was called up, what it took. */
    private static final Pattern FLEETING = Pattern.compile("\"took\":[^,}]*|\\d+(,\\d+)? ms");

    private TestDatabase database;
    private Relay relay;
    private TestApp app;
    private ListAppender<ILoggingEvent> troubles;

    @BeforeAll
    void start() {
        troubles = listen("org.praxisdatenbank.sync.Troubles");
        database = TestDatabase.create();
        relay = Relay.to(database.address());
        app = TestApp.start(
                database,
                Map.of(Setting.DATABASE_URL, relay.through(database.address()).jdbcUrl()));
        awaitReady();
    }

    @AfterAll
    void stop() {
        app.close();
        relay.close();
    }

    @AfterEach
    void comeBack() {
        relay.comeBack();
        awaitReady();
    }

    private void awaitReady() {
        await("ready", () -> app.get("/health/ready").statusCode() == 200);
    }

    private void awaitAway() {
        await(
                "an outage",
                () -> app.get("/health/ready").body().contains("\"kind\":\"database_away\"")
                        && app.get("/api/v1/status").body().contains("\"practices\":null"));
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String page : PAGES) {
            HttpResponse<String> answer = app.get(page);
            answers.put(
                    page,
                    answer.statusCode() + " " + FLEETING.matcher(answer.body()).replaceAll(""));
        }
        return answers;
    }

    @Test
    void every_page_is_what_it_was_while_the_database_is_away() {
        Map<String, String> before = answers();
        relay.goAway();
        awaitAway();

        assertThat(answers()).isEqualTo(before);
        assertThat(before.values()).allSatisfy(answer -> assertThat(answer).startsWith("200 "));
    }

    @Test
    void every_page_is_what_it_was_while_the_database_is_silent() {
        Map<String, String> before = answers();
        relay.fallSilent();

        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void a_record_from_the_index_is_that_of_the_database() {
        var stored = new PracticeStore(database.database().jdbi()).get(new PracticeId(ID));

        assertThat(app.get("/api/v1/practices/" + ID).body())
                .contains("\"version\":" + stored.version() + ",", "\"updated\":\"" + stored.updated() + "\"");
    }

    @Test
    void what_only_the_database_knows_is_refused_with_when_to_try_again() {
        assertThat(app.get("/angebote/gibt-es-nicht").statusCode()).isEqualTo(404);
        relay.goAway();
        awaitAway();

        HttpResponse<String> page = app.get("/angebote/gibt-es-nicht");
        HttpResponse<String> english = app.get("/en/angebote/gibt-es-nicht");
        HttpResponse<String> api = app.get("/api/v1/practices/gibt-es-nicht");
        HttpResponse<String> history = app.get("/angebote/" + ID + "/fassungen");
        HttpResponse<String> revision = app.get("/api/v1/practices/" + ID + "/revisions/1");

        assertThat(List.of(page, english, api, history, revision)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        });
        assertThat(page.body()).contains("Die Datenbank ist gerade nicht erreichbar.");
        assertThat(english.body()).contains("The database cannot be reached at the moment.");
        assertThat(api.body()).contains("/api#not-ready");
    }

    @Test
    void changes_made_meanwhile_are_followed_when_it_is_back_and_the_log_says_so_once() {
        awaitCalm();
        relay.goAway();
        awaitAway();
        await("a line in the log", () -> !troubles.list.isEmpty());
        rename("Während des Ausfalls");
        assertThat(app.get("/api/v1/practices/" + ID).body()).doesNotContain("Während des Ausfalls");

        relay.comeBack();
        await("the change", () -> title().contains("Während des Ausfalls"));
        awaitReady();
        assertThat(troubles.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        away -> assertThat(away).startsWith("The database does not answer."),
                        back -> assertThat(back).startsWith("Following the database again"));
    }

    /** Nothing has been said for two seconds: a connection of an outage before may be met a moment after it. */
    private void awaitCalm() {
        await(
                "calm",
                () -> troubles.list.isEmpty()
                        || System.currentTimeMillis() > troubles.list.getLast().getTimeStamp() + 2000);
        troubles.list.clear();
    }

    @Test
    void connections_that_are_cut_are_opened_again() {
        relay.cut();
        database.cutConnections();

        rename("Nach dem Schnitt");

        await("the change", () -> title().contains("Nach dem Schnitt"));
    }

    @Test
    void an_import_is_refused_clearly(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("one.jsonl"), "{}");
        relay.goAway();

        StringWriter said = new StringWriter();
        CommandLine program = Main.commandLine(Map.of()).setErr(new PrintWriter(said));
        int status = program.execute(Stream.concat(Stream.of("import", file.toString()), app.flags().stream())
                .toArray(String[]::new));

        assertThat(status).isEqualTo(1);
        assertThat(said.toString()).contains("nothing answers there").doesNotContain("Exception");
    }

    private void rename(String title) {
        Practice old = new PracticeStore(database.database().jdbi())
                .get(new PracticeId(ID))
                .practice();
        Practice renamed = new Practice(
                old.id(),
                new Wording(title, old.wording().summary(), old.wording().description()),
                old.carrier(),
                old.classification(),
                old.period(),
                old.provenance());
        database.database().jdbi().useTransaction(db -> PracticeStore.save(db, List.of(renamed), Authorship.COMMAND));
    }

    private String title() {
        return app.get("/api/v1/practices/" + ID).body();
    }

    private static ListAppender<ILoggingEvent> listen(String name) {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        ((Logger) LoggerFactory.getLogger(name)).addAppender(heard);
        return heard;
    }
}
