package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.web.QueryString;

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
                        "status",
                        "year",
                        "provider",
                        "freshness",
                        "completeness");
    }

    @Test
    void an_answer_tells_its_length_new_and_kept() {
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = APP.get("/api/v1/practices?q=bewegung&size=3");
            assertThat(answer.headers().firstValueAsLong("Content-Length"))
                    .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
        }
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
    void a_provider_and_a_year_find_what_they_count() {
        for (String facet : List.of("provider", "year")) {
            for (JsonNode value : get("/api/v1/practices?q=bewegung&size=1").at("/facets/" + facet)) {
                String chosen = QueryString.encode(value.at("/value").asText());
                assertThat(get("/api/v1/practices?q=bewegung&facets=&" + facet + "=" + chosen)
                                .at("/total")
                                .asLong())
                        .as(facet + " " + chosen)
                        .isEqualTo(value.at("/count").asLong());
            }
        }
    }

    @Test
    void providers_that_are_not_listed_are_counted() {
        JsonNode answer = get("/api/v1/practices?size=1");
        assertThat(answer.at("/facets/provider")).hasSize(50);
        assertThat(answer.at("/more/provider").asInt()).isPositive();
        assertThat(get("/api/v1/practices?size=1&facets=state").has("more")).isFalse();
    }

    @Test
    void a_hit_tells_which_word_led_to_which() {
        JsonNode hit =
                get("/api/v1/practices?q=bewegung+xylophon&facets=&size=1").at("/hits/0");
        assertThat(hit.at("/missing").get(0).asText()).isEqualTo("xylophon");
        assertThat(hit.has("raised")).isTrue();
        JsonNode reason = hit.at("/reasons/0");
        assertThat(names(reason)).startsWith("asked", "route", "found", "word", "field");
        assertThat(reason.at("/asked").asText()).isEqualTo("bewegung");
        assertThat(reason.at("/word").asText()).contains(reason.at("/found").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=bewegung&highlight=false"})
    void without_a_text_or_highlights_no_reasons_are_told(String query) {
        assertThat(names(get("/api/v1/practices" + query).at("/hits/0")))
                .doesNotContain("reasons", "missing", "raised");
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
    @CsvSource(
            delimiter = '|',
            value = {
                "kita| ",
                "kita schule|",
                "kita, schule!|kita schule",
                "kita - schule|kita schule",
                "provider:awo|traeger:awo"
            })
    void what_was_understood_is_told_where_it_differs(String typed, String understood) {
        JsonNode answer = get("/api/v1/practices?facets=&q=" + org.praxisdatenbank.web.QueryString.encode(typed));
        assertThat(answer.path("understood").asText(null)).isEqualTo(understood);
        assertThat(answer.has("partial")).isFalse();
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
        "q=%FF, q",
        "q=((((((((((((kita, q",
        "q=*a+*b+*c+*d, q",
        "q=a~+b~+c~+d~+e~+f~, q"
    })
    void what_cannot_be_used_is_refused_by_name(String query, String parameter) {
        HttpResponse<String> answer = APP.get("/api/v1/practices?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(read(answer).at("/parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&state=DE-BE",
                "&state.not=DE-BE&good_practice=true",
                "&type=project&status=running&status=completed&year.from=2010",
                "&criterion=partizipation",
                "&field.all=bewegung&field.all=ernaehrung"
            })
    void every_suggestion_leads_to_as_many_as_it_says(String filters) {
        int followed = 0;
        for (String typed :
                "a b e f g h k m p s be ge ki so bew ham ges frü bewegung gesund förd förderung arbeit beweg+im gesundhiet"
                        .split(" ")) {
            JsonNode suggestions = get("/api/v1/suggest?q=" + QueryString.encode(typed) + filters)
                    .at("/suggestions");
            assertThat(suggestions).hasSizeLessThanOrEqualTo(8);
            for (JsonNode suggestion : suggestions) {
                assertThat(names(suggestion)).containsExactly("text", "kind", "count", "url");
                assertThat(found(suggestion.at("/url").asText()))
                        .as(typed + " " + suggestion)
                        .isPositive()
                        .isEqualTo(suggestion.at("/count").asLong());
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(20);
    }

    private static long found(String url) {
        if (url.startsWith("/suche?")) {
            return get("/api/v1/practices" + url.substring("/suche".length()) + "&facets=&size=1")
                    .at("/total")
                    .asLong();
        }
        assertThat(APP.get(url).statusCode()).isEqualTo(200);
        return 1;
    }

    @Test
    void suggestions_keep_the_filters_in_their_addresses() {
        JsonNode suggestions =
                get("/api/v1/suggest?q=beweg&state=DE-BE&year.from=2010").at("/suggestions");
        assertThat(suggestions).isNotEmpty();
        assertThat(suggestions.findValuesAsText("url"))
                .allSatisfy(url -> assertThat(url).matches("/angebote/.+|/suche\\?.*state=DE-BE.*&year\\.from=2010.*"));
    }

    @ParameterizedTest
    @CsvSource({"state=NO, state", "status=x, status", "sort=title, sort", "year.from=20, year.from", "stat=DE-BE, stat"
    })
    void suggestions_refuse_what_cannot_be_used(String query, String parameter) {
        HttpResponse<String> answer = APP.get("/api/v1/suggest?q=bew&" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(read(answer).at("/parameter").asText()).isEqualTo(parameter);
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
        assertThat(hits.findValuesAsText("url"))
                .doesNotContain("/angebote/unser-platz-berlin-marzahn")
                .doesNotHaveDuplicates();
        assertThat(hits.get(0).has("score")).isFalse();
        assertThat(hits).allSatisfy(hit -> assertThat(
                        hit.at("/shared/terms").size() + hit.at("/shared/words").size())
                .isPositive());
        assertThat(hits.get(0).has("highlights")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibt-es-nicht", "NO", "a"})
    void what_is_not_there_has_nothing_similar(String id) {
        assertThat(APP.get("/api/v1/practices/" + id + "/similar").statusCode()).isEqualTo(404);
    }
}
