package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.Samples;

/** The whole program while its index is being built: another process, here the test, keeps the build to itself. */
class StartTest {

    @Test
    void it_listens_before_there_is_an_index_and_tells_the_truth(@TempDir Path home) {
        IndexSetup setup =
                new IndexSetup(home.resolve("index"), Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC());
        Generation elsewhere = Generation.start(setup);
        try (TestApp app = TestApp.startListening(TestDatabase.create(), home)) {
            try (elsewhere) {
                assertThat(app.get("/health/live").statusCode()).isEqualTo(200);
                assertNotReady(app.get("/health/ready"), "Missing: index.");
                assertNotReady(app.get("/api/v1/practices?q=kinder"), "/api#not-ready", "being rebuilt");
                assertNotReady(app.get("/api/v1/status"), "/api#not-ready");
                assertNotReady(app.get("/suche"), "Gerade nicht erreichbar", "Index gerade neu aufgebaut");
                assertNotReady(app.get("/en/suche"), "Not available at the moment", "being rebuilt");
                for (String page :
                        List.of("/angebote/eltern-ag", "/api/v1/practices/eltern-ag", "/impressum", "/metrics")) {
                    assertThat(app.get(page).statusCode()).as(page).isEqualTo(200);
                }
            }
            app.awaitReady();
            assertThat(app.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(app.get("/suche?q=kinder").statusCode()).isEqualTo(200);
        }
    }

    private static void assertNotReady(HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(words);
    }
}
