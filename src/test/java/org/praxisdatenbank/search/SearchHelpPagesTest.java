package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.web.QueryString;

/** Help after searches in the sample practices, for people and programs; every number is followed. */
final class SearchHelpPagesTest {
    private static final TestApp APP = TestApp.shared();
    private static final Pattern TOTAL = Pattern.compile("data-announce>([0-9.]+|Keine|Ein|1) Angebote? gefunden<");
    private static final Pattern REMEDY =
            Pattern.compile("<li><a class=\"kern-link\" rel=\"nofollow\" href=\"([^\"]+)\">([^<]+)</a>: ([0-9.]+) Ang");
    private static final Pattern CORRECTED =
            Pattern.compile("Meinten Sie <a class=\"kern-link\" rel=\"nofollow\" href=\"([^\"]+)\"><strong>([^<]+)"
                    + "</strong></a>\\? ([0-9.]+) Angebot");

    private static JsonNode api(String query) {
        try {
            return new ObjectMapper()
                    .readTree(APP.get("/api/v1/practices?facets=&" + query).body());
        } catch (IOException e) {
            throw new AssertionError(query, e);
        }
    }

    private static String page(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static long total(String href) {
        String query = href.replace("&amp;", "&").replaceFirst("^/suche\\??", "");
        return api(query).at("/total").asLong();
    }

    private static Stream<MatchResult> all(Pattern pattern, String html) {
        return pattern.matcher(html).results();
    }

    @ParameterizedTest
    @CsvSource({
        "gesundheitsfördreung, gesundheitsförderung",
        "Gesundheitsfördreung, Gesundheitsförderung",
        "Bewegungsangebtoe, Bewegungsangebote",
        "Kindergraten, Kindergarten",
        "Kindertageststätte, Kindertagesstätte",
        "Ernährnug, Ernährung",
        "schwangre, schwangere",
        "Berlni, Berlin",
        "kinder bewegnug, kinder bewegung",
    })
    void programs_are_told_another_spelling_with_what_it_finds(String typed, String corrected) {
        JsonNode answer = api("q=" + QueryString.encode(typed));
        assertThat(answer.at("/corrected/q").asText()).isEqualTo(corrected);
        assertThat(api("q=" + QueryString.encode(corrected)).at("/total").asLong())
                .isEqualTo(answer.at("/corrected/total").asLong())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kinder",
                "bewegung",
                "gesundheitsförderung",
                "gesundheitsfoerderung",
                "schwangere",
                "hebamme",
                "wohnungslose",
                "kita bewegung ernährung",
                "elefant",
                "und der die",
                "😀",
                "k",
                "\"frühe hilfen\"",
                "partizipation land:bayern"
            })
    void what_is_spelt_well_is_not_corrected(String typed) {
        assertThat(api("q=" + QueryString.encode(typed)).has("corrected")).isFalse();
    }

    @Test
    void every_title_is_spelt_well() {
        for (JsonNode hit : api("size=40").at("/hits")) {
            String title = hit.at("/title").asText();
            assertThat(api("q=" + QueryString.encode(title)).path("corrected"))
                    .as(title)
                    .isEmpty();
        }
    }

    @Test
    void programs_are_told_what_each_word_finds_only_where_nothing_was_found() {
        assertThat(api("q=kinder+xyzzyx").has("words")).isFalse();
        JsonNode words = api("q=kinder+der+xyzzyx&match=all").at("/words");
        assertThat(words).hasSize(2);
        assertThat(words.at("/0/text").asText()).isEqualTo("kinder");
        assertThat(words.at("/0/total").asLong()).isEqualTo(total("q=kinder"));
        assertThat(words.at("/1/text").asText()).isEqualTo("xyzzyx");
        assertThat(words.at("/1/total").asLong()).isZero();
    }

    @Test
    void people_are_asked_whether_they_meant_another_spelling() {
        for (String path : List.of("/suche?q=gesundheitsf%C3%B6rdreung&state=DE-BE", "/suche?q=kinder+bewegnug")) {
            MatchResult corrected = all(CORRECTED, page(path)).findFirst().orElseThrow();
            assertThat(total(corrected.group(1)))
                    .as(path)
                    .isEqualTo(Long.parseLong(corrected.group(3)))
                    .isPositive();
            assertThat(corrected.group(1).contains("state=DE-BE")).isEqualTo(path.contains("state=DE-BE"));
        }
        assertThat(page("/en/suche?q=bewegnug")).contains("Did you mean <a", "<strong>bewegung</strong></a>? ");
        assertThat(page("/suche?q=bewegung")).doesNotContain("Meinten Sie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suche?q=xyzzyx+kinder&match=all",
                "/suche?q=xyzzyx+yzzyxz+kinder&match=all&state=DE-BE",
                "/suche?q=Ern%C3%A4hrungsaquarium",
                "/suche?q=ort:berlin+ort:hamburg&match=all",
                "/suche?q=bewegung&state=DE-SL&type=network&topic=aeltere"
            })
    void every_way_on_finds_what_it_says(String path) {
        String html = page(path);
        assertThat(html).contains("Keine Angebote gefunden");
        List<MatchResult> remedies = all(REMEDY, html).toList();
        assertThat(remedies).isNotEmpty();
        for (MatchResult remedy : remedies) {
            assertThat(total(remedy.group(1)))
                    .as(remedy.group())
                    .isEqualTo(Long.parseLong(remedy.group(3).replace(".", "")));
        }
    }

    @Test
    void the_words_that_are_nowhere_are_named() {
        assertThat(page("/suche?q=xyzzyx+kinder&match=all"))
                .contains("„xyzzyx“ kommt in keinem Angebot vor.", "Ohne „xyzzyx“ suchen")
                .doesNotContain("„kinder“ kommt");
        assertThat(page("/suche?q=ort:xyzzyx")).contains("Zu „ort:xyzzyx“ gibt es kein Angebot.");
        assertThat(page("/en/suche?q=xyzzyx")).contains("No practice has the word “xyzzyx”.");
    }

    @Test
    void they_are_also_named_above_practices_that_have_the_other_words() {
        String html = page("/suche?q=xyzzyx+kinder");
        assertThat(all(TOTAL, html)).isNotEmpty();
        assertThat(html).contains("„xyzzyx“ kommt in keinem Angebot vor.");
        MatchResult remedy = all(REMEDY, html).findFirst().orElseThrow();
        assertThat(remedy.group(1)).isEqualTo("/suche?q=kinder");
        assertThat(total(remedy.group(1))).isEqualTo(Long.parseLong(remedy.group(3)));
    }

    @Test
    void a_word_only_the_filters_leave_out_is_not_said_to_be_nowhere() {
        assertThat(page("/suche?q=bewegung&state=DE-SL&type=network&topic=aeltere"))
                .doesNotContain("kommt in keinem Angebot vor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%F0%9F%98%80", "k", "und+der", "-", "%22", "*", "xyz~"})
    void any_text_gets_a_page(String text) {
        assertThat(page("/suche?q=" + text)).contains("<h1");
        assertThat(page("/suche?match=all&q=" + text)).contains("<h1");
    }

    @Test
    void a_text_of_a_thousand_letters_gets_a_page() {
        assertThat(page("/suche?q=" + "x".repeat(1_000))).contains("Keine Angebote gefunden");
    }
}
