package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

/** All values of a facet, for people and programs. */
final class FacetPagesTest {
    private static final TestApp APP = TestApp.shared();

    private static JsonNode json(String path) {
        HttpResponse<String> answer = APP.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String page(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<String> labels(JsonNode answer) {
        return answer.at("/values").findValuesAsText("label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=bewegung&state=DE-BE", "topic.not=quartier&state=DE-BY", "provider=niemand"})
    void values_and_counts_are_those_of_the_search(String search) {
        for (String facet : List.of("topic", "state", "year", "status")) {
            assertThat(json("facets/" + facet + "?" + search).at("/values"))
                    .as(facet)
                    .isEqualTo(json("practices?size=1&" + search).at("/facets/" + facet));
        }
    }

    @Test
    void all_that_the_search_does_not_list_is_there_page_by_page() {
        JsonNode search = json("practices?size=1");
        int all = search.at("/facets/provider").size()
                + search.at("/more/provider").asInt();
        JsonNode first = json("facets/provider");
        assertThat(first.at("/total").asInt()).isEqualTo(all);
        JsonNode second = json("facets/provider?size=10&page=2");
        assertThat(labels(second)).isEqualTo(labels(first).subList(10, 20));
        assertThat(json("facets/provider?page=999").at("/values")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"THÜR, Thüringen", "thuer, Thüringen", "thur, Thüringen", "westf nord, Nordrhein-Westfalen", "xyz, ''"})
    void every_word_must_be_in_the_label_however_it_is_written(String find, String found) {
        JsonNode answer = json("facets/state?find=" + org.praxisdatenbank.web.QueryString.encode(find));
        assertThat(labels(answer)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void a_value_leads_to_the_search_with_it_and_a_chosen_one_to_that_without() {
        String page = page("/suche/filter/state?q=bewegung&state=DE-BY&find=berl");
        assertThat(page)
                .contains("href=\"/suche?q=bewegung&amp;state=DE-BE&amp;state=DE-BY\"")
                .contains("href=\"/suche?q=bewegung&amp;state=DE-BY\">Zurück zur Suche")
                .contains("1 Wert mit „berl“");
        assertThat(page("/en/suche/filter/state?state=DE-BY"))
                .contains(
                        "<a class=\"kern-link\" rel=\"nofollow\" href=\"/en/suche\"><span class=\"kern-sr-only\">Remove");
    }

    @Test
    void the_search_leads_to_lists_that_it_cuts() {
        assertThat(page("/suche?q=gesundheit")).contains("href=\"/suche/filter/provider?q=gesundheit\"");
        String everything = page("/suche");
        assertThat(everything.split("name=\"provider\"", -1)).hasSize(1 + FacetBox.MOST);
        int all = json("facets/provider").at("/total").asInt();
        assertThat(everything).contains("(" + (all - FacetBox.MOST) + " weitere Werte)");
    }

    @ParameterizedTest
    @CsvSource({
        "/suche/filter/traeger?q=a, /suche/filter/provider?q=a",
        "/en/suche/filter/land, /en/suche/filter/state",
        "/api/v1/facets/jahr, /api/v1/facets/year",
        "/themen/erwerbslose, /themen/arbeitslose",
        "/en/themen/Erwerbslose?x=1, /en/themen/arbeitslose?x=1",
        "/kriterien/kosten-wirksamkeits-verhaeltnis, /kriterien/belege-fuer-wirkungen-und-kosten",
        "/laender/by, /laender/bayern",
        "/laender/DE-BY, /laender/bayern"
    })
    void a_former_name_leads_to_the_current_one_for_good(String path, String current) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(current);
    }

    @ParameterizedTest
    @CsvSource({
        "land=BE, state=DE-BE",
        "state.not=by&bundesland=Sachsen-Anhalt, state.not=DE-BY&state=DE-ST",
        "thema.all=erwerbslose, topic.all=arbeitslose",
        "kriterium.min=Integriertes-Handlungskonzept-Vernetzung:1, criterion.min=integriertes-handeln:1",
        "jahr=2015&art=project, year=2015&type=project"
    })
    void former_names_are_read_and_current_ones_answered(String former, String current) {
        JsonNode answer = json("practices?" + former);
        assertThat(answer).isEqualTo(json("practices?" + current));
        assertThat(answer.toString()).doesNotContain("\"by\"", "erwerbslose\"");
        assertThat(page("/suche?" + former)).doesNotContain("land=BE", "erwerbslose&", "state=by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche/filter/colour", "/api/v1/facets/colour", "/themen/by"})
    void what_is_no_name_is_not_found(String path) {
        assertThat(APP.get(path).statusCode()).isEqualTo(404);
    }
}
