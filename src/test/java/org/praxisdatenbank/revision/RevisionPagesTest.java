package org.praxisdatenbank.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.api.OpenApi;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Pages and API of the history, in the whole program. */
final class RevisionPagesTest {
    private static final String PAGE = "/angebote/haus-der-familie";
    private static final String API = "/api/v1/practices/haus-der-familie/revisions";
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        save(Authorship.IMPORT, state("Haus der Familie", "DE-BE", 2));
        save(Authorship.of(UUID.randomUUID(), "Name der Person"), state("Haus für Familien", "DE-BY", 3));
        save(Authorship.IMPORT, state("Haus für alle", "DE-BY", 3));
        TestDatabase.await("the present state", () -> app.get(PAGE).body().contains("Haus für alle"));
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Practice state(String title, String state, int level) {
        return new Practice(
                new PracticeId("haus-der-familie"),
                new Wording(title, "Ein Haus.", null),
                new Carrier("Verein", "Ort", null),
                new Classification(
                        new TermId(Vocabulary.TYPE, "project"),
                        List.of(new TermId(Vocabulary.STATE, state)),
                        List.of(new Fulfilment(
                                new TermId(Vocabulary.CRITERION, "partizipation"), level, "Ein Beirat.")),
                        GoodPractice.NOT_STATED),
                Period.UNKNOWN,
                Provenance.NOT_STATED);
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static void save(Authorship by, Practice practice) {
        jdbi().useTransaction(db -> PracticeStore.save(db, List.of(practice), by));
    }

    private static String body(String path) {
        HttpResponse<String> answer = app.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                             | Fassung 3 vom
                             | <a class="kern-link" rel="nofollow" href="/angebote/haus-der-familie/fassungen">Änderungen ansehen</a>
            /fassungen       | <a class="kern-link" href="/angebote/haus-der-familie/fassungen/2">Fassung 2</a>
            /fassungen       | Titel, Bundesländer, Kriterien</td>
            /fassungen       | Redaktion
            /fassungen       | Neu aufgenommen
            /fassungen/2     | Sie lesen eine frühere Fassung: Fassung 2 vom
            /fassungen/2     | Haus für Familien</h1>
            /fassungen/2     | Haus <del><span class="kern-sr-only" lang="de">Gestrichen: </span>der Familie<
            /fassungen/2     | Hinzugefügt: </span>Bayern</ins>
            /fassungen/2     | Kriterium Partizipation
            /fassungen/2     | <meta name="robots" content="noindex">
            /fassungen/2     | /angebote/haus-der-familie"><link rel="alternate"
            /fassungen/1     | Haus der Familie</h1>
            /fassungen/3     | Fassung 3 ist die gegenwärtige
            """)
    void a_page_says(@Nullable String path, String text) {
        assertThat(body(PAGE + (path == null ? "" : path)).replace("\n", "")).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /fassungen       | What happened
            /fassungen/2     | You are reading a former revision: revision 2 of
            /fassungen/2     | <h1 class="kern-heading-x-large" lang="de">Haus für Familien</h1>
            /fassungen/2     | Added: </span>Bavaria</ins>
            """)
    void so_does_the_english_one(String path, String text) {
        assertThat(body("/en" + PAGE + path)).contains(text);
    }

    @Test
    void nobody_is_named_and_notes_are_not_shown() {
        assertThat(List.of(body(PAGE + "/fassungen"), body(PAGE + "/fassungen/2"), body(API), body(API + "/2")))
                .allSatisfy(page -> assertThat(page).doesNotContain("Name der Person", "\"account\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/angebote/gibt-es-nicht/fassungen",
                "/angebote/haus-der-familie/fassungen/4",
                "/angebote/haus-der-familie/fassungen/0",
                "/angebote/haus-der-familie/fassungen/eins",
                "/angebote/haus-der-familie/fassungen/99999999999999999999",
                "/api/v1/practices/gibt-es-nicht/revisions",
                "/api/v1/practices/haus-der-familie/revisions/4"
            })
    void what_was_never_there_is_not_found(String path) {
        assertThat(app.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_api_answers_as_described() throws IOException, InterruptedException {
        described("/api/v1/practices/{id}/revisions", API);
        for (int number = 1; number <= 3; number++) {
            described("/api/v1/practices/{id}/revisions/{number}", API + "/" + number);
        }
        assertThat(body(API)).contains("\"present\":3", "\"changed\":[\"title\",\"states\",\"criteria\"]");
        assertThat(body(API + "/2"))
                .contains(
                        "\"title\":\"Haus für Familien\"",
                        "{\"field\":\"states\",\"removed\":[\"DE-BE\"],\"added\":[\"DE-BY\"]}",
                        "{\"text\":\"der Familie\",\"change\":\"removed\"}");
    }

    private static void described(String path, String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(app.address() + address)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            OpenApi.read().assertDescribes(path, answer);
        }
    }

    @Test
    void the_history_of_a_withdrawn_practice_is_gone_with_it() {
        PracticeId id = new PracticeId("eltern-ag");
        assertThat(app.get("/angebote/eltern-ag/fassungen/1").statusCode()).isEqualTo(200);
        new PracticeStore(jdbi()).withdraw(id, LocalDate.of(2026, 11, 20), Authorship.COMMAND);
        assertThat(List.of(
                        "/angebote/eltern-ag/fassungen",
                        "/angebote/eltern-ag/fassungen/1",
                        "/api/v1/practices/eltern-ag/revisions",
                        "/api/v1/practices/eltern-ag/revisions/1"))
                .allSatisfy(path -> assertThat(app.get(path).statusCode()).isEqualTo(410));
    }

    @Test
    void a_long_history_has_several_pages() {
        IntStream.rangeClosed(1, 60).forEach(number -> {
            Practice practice = state("Stand " + number, "DE-BE", 1);
            save(
                    Authorship.IMPORT,
                    new Practice(
                            new PracticeId("lange-geschichte"),
                            practice.wording(),
                            practice.carrier(),
                            practice.classification(),
                            practice.period(),
                            practice.provenance()));
        });
        String newest = body("/angebote/lange-geschichte/fassungen");
        assertThat(newest).contains("Fassung 60<", "Fassung 11<", "?before=11").doesNotContain("Fassung 10<");
        assertThat(body("/angebote/lange-geschichte/fassungen?before=11"))
                .contains(
                        "Fassung 10<",
                        "Fassung 1<",
                        "Neu aufgenommen",
                        "/en/angebote/lange-geschichte/fassungen?before=11")
                .doesNotContain("Fassung 11<", "Ältere Fassungen");
        assertThat(body("/api/v1/practices/lange-geschichte/revisions")).contains("\"next\":11");
        assertThat(app.get("/angebote/lange-geschichte/fassungen?before=viele").statusCode())
                .isEqualTo(400);
    }
}
