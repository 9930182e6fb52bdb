package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

final class SearchApiTest {
    private static final TestApp APP = TestApp.shared();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode get(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void an_answer_carries_all_that_is_promised() {
        JsonNode answer = get("/api/v1/practices?q=bewegung&state=DE-BE&size=2");
        assertThat(names(answer)).containsExactly("total", "match", "page", "size", "sort", "hits", "facets", "next");
        assertThat(answer.at("/match").asText()).isEqualTo("all");
        assertThat(answer.at("/sort").asText()).isEqualTo("relevance");
        assertThat(answer.at("/hits")).hasSize(2);
        JsonNode hit = answer.at("/hits/0");
        assertThat(names(hit))
                .contains("id", "title", "type", "summary", "states", "topic_areas", "criteria", "score", "highlights")
                .endsWith("url");
        assertThat(hit.at("/url").asText())
                .isEqualTo("/angebote/" + hit.at("/id").asText());
        assertThat(hit.at("/highlights").findValues("marked")).isNotEmpty();
        assertThat(names(answer.at("/facets")))
                .containsExactly(
                        "topic",
                        "state",
                        "criterion",
                        "type",
                        "target_group",
                        "age_group",
                        "setting",
                        "field",
                        "good_practice",
                        "status");
    }

    @Test
    void choosing_a_value_alone_finds_its_count() {
        for (JsonNode state :
                get("/api/v1/practices?q=bewegung&state=DE-BE&size=1").at("/facets/state")) {
            String value = state.at("/value").asText();
            JsonNode chosen = get("/api/v1/practices?q=bewegung&size=1&state=" + value);
            assertThat(chosen.at("/total").asLong())
                    .as(value)
                    .isEqualTo(state.at("/count").asLong());
            assertThat(state.at("/selected").asBoolean()).isEqualTo(value.equals("DE-BE"));
        }
    }

    @Test
    void facets_and_highlights_can_be_left_out() {
        JsonNode answer = get("/api/v1/practices?q=bewegung&facets=&highlight=false");
        assertThat(answer.at("/facets")).isEmpty();
        assertThat(answer.at("/hits/0").has("highlights")).isFalse();
        assertThat(names(get("/api/v1/practices?facets=status,topic").at("/facets")))
                .containsExactly("topic", "status");
    }

    @Test
    void cursors_lead_through_everything_once() {
        JsonNode answer = get("/api/v1/practices?size=50&facets=");
        long total = answer.at("/total").asLong();
        Set<String> seen = new TreeSet<>();
        int hits = 0;
        while (true) {
            for (JsonNode hit : answer.at("/hits")) {
                seen.add(hit.at("/id").asText());
                hits++;
            }
            if (!answer.has("next")) {
                break;
            }
            answer = get("/api/v1/practices?size=50&facets=&after="
                    + answer.at("/next").asText());
        }
        assertThat(seen).hasSize(hits).hasSize((int) total);
    }

    @ParameterizedTest
    @CsvSource({
        "stat=DE-BE, stat",
        "state=DE-XX, state",
        "size=0, size",
        "page=1001, page",
        "page=10001&size=1, page",
        "sort=best, sort",
        "criterion.min=partizipation, criterion.min",
        "year.from=abc, year.from",
        "after=nonsense, after",
        "q=%FF, q"
    })
    void what_cannot_be_used_is_refused_by_name(String query, String parameter) {
        HttpResponse<String> answer = APP.get("/api/v1/practices?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(answer).at("/parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bew", "ham", "gesund", "frühe"})
    void every_suggestion_leads_somewhere(String beginning) {
        JsonNode suggestions = get("/api/v1/suggest?q=" + org.praxisdatenbank.web.QueryString.encode(beginning))
                .at("/suggestions");
        assertThat(suggestions).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        for (JsonNode suggestion : suggestions) {
            assertThat(names(suggestion)).containsExactly("text", "kind", "count", "url");
            String url = suggestion.at("/url").asText();
            if (url.startsWith("/suche?")) {
                JsonNode found = get("/api/v1/practices" + url.substring("/suche".length()));
                assertThat(found.at("/total").asLong())
                        .as(suggestion.toString())
                        .isEqualTo(suggestion.at("/count").asLong());
            }
        }
    }

    @Test
    void nothing_typed_suggests_nothing() {
        assertThat(get("/api/v1/suggest").at("/suggestions")).isEmpty();
    }

    @Test
    void similar_practices_are_others() {
        JsonNode hits =
                get("/api/v1/practices/unser-platz-berlin-marzahn/similar").at("/hits");
        assertThat(hits).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(hits.findValuesAsText("id"))
                .doesNotContain("unser-platz-berlin-marzahn")
                .doesNotHaveDuplicates();
        assertThat(hits.get(0).has("score")).isFalse();
        assertThat(hits.get(0).has("highlights")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibt-es-nicht", "NO", "a"})
    void what_is_not_there_has_nothing_similar(String id) {
        assertThat(APP.get("/api/v1/practices/" + id + "/similar").statusCode()).isEqualTo(404);
    }
}
