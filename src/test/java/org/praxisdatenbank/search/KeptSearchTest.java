package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;

/** The whole program, which keeps its answers. */
@SuppressWarnings("NullAway.Init")
final class KeptSearchTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static boolean isFromMemory(HttpResponse<String> answer) {
        return answer.headers().firstValue("Server-Timing").orElse("").startsWith("memory;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suche?q=bewegung",
                "/en/suche?q=bewegung",
                "/api/v1/practices?q=bewegung&state=DE-BE",
                "/api/v1/suggest?q=gesund"
            })
    void a_repeated_answer_is_the_same_and_needs_no_search(String path) {
        HttpResponse<String> first = app.get(path, "Prefer", "timing");
        HttpResponse<String> again = app.get(path, "Prefer", "timing");
        assertThat(isFromMemory(first)).isFalse();
        assertThat(isFromMemory(again)).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void the_last_comparison_of_index_and_database_is_told_by_pages_and_status() {
        assertThat(app.get("/suche?q=garten").body())
                .containsPattern("Suchindex geprüft um \\d\\d:\\d\\d Uhr: 159 von 159 gleich");
        assertThat(app.get("/en/ueber").body()).contains("Search index checked at ");
        assertThat(app.get("/api/v1/status").body())
                .containsPattern(
                        "\"verification\":\\{\"at\":\"[^\"]+\",\"published\":159,\"indexed\":159,\"equal\":159");
    }

    @Test
    void two_spellings_of_a_search_share_an_answer() {
        app.get("/api/v1/practices?q=sucht&state=DE-BE&page=1");
        HttpResponse<String> other = app.get("/api/v1/practices?state=DE-BE&q=+sucht", "Prefer", "timing");
        assertThat(isFromMemory(other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/suche?sort=title&size=100, eltern-ag",
        "/api/v1/practices?q=pflegeheim, gemeinsam-in-bewegung-pflegeheim"
    })
    void a_change_is_seen_though_the_answer_was_kept(String path, String practice) {
        app.get(path);
        assertThat(app.get(path).body()).contains("/angebote/" + practice + '"');
        new PracticeStore(app.database().database().jdbi())
                .withdraw(new PracticeId(practice), LocalDate.of(2026, 11, 20), Authorship.COMMAND);
        assertThat(Stream.generate(() -> app.get(path).body())
                        .limit(5_000)
                        .anyMatch(body -> !body.contains("/angebote/" + practice + '"')))
                .isTrue();
    }
}
