package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

final class SearchPagesTest {
    private static final TestApp APP = TestApp.shared();

    private static String get(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static int number(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Integer.parseInt(matcher.group(1).replace(".", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche", "/suche?q=bewegung&state=DE-BE", "/suche?q=xyzzyx", "/en/suche?q=bewegung"})
    void every_answer_has_what_the_scripts_look_for(String path) {
        assertThat(get(path))
                .contains(
                        "data-search",
                        "data-filters",
                        "data-live",
                        "data-announce",
                        "data-region=\"filter-summary\"",
                        "data-region=\"facets\"",
                        "data-region=\"results\"",
                        "facets.js");
    }

    @Test
    void a_count_is_what_choosing_the_value_finds() {
        int count = number(
                get("/suche?q=bewegung"),
                "for=\"f-state-DE-BE\"><span>Berlin</span><span class=\"count\">"
                        + "<span class=\"kern-sr-only\">, Angebote: </span>([0-9.]+)<");
        int total = number(get("/suche?q=bewegung&state=DE-BE"), "data-announce>([0-9.]+) Angebote gefunden<");
        assertThat(total).isEqualTo(count);
    }

    @Test
    void chosen_filters_are_checked_and_can_be_taken_away() {
        assertThat(get("/suche?q=bewegung&state=DE-BE&topic=aeltere"))
                .contains("id=\"f-state-DE-BE\" name=\"state\" value=\"DE-BE\" checked")
                .contains("<a class=\"chip\" rel=\"nofollow\" href=\"/suche?q=bewegung&amp;topic=aeltere\">")
                .contains("Filter (2 gewählt)");
    }

    @Test
    void what_has_no_field_of_its_own_is_carried_along() {
        assertThat(get("/suche?q=bewegung&state.not=DE-BE&criterion.min=partizipation:2&size=5&sort=newest&page=2"))
                .contains("<input type=\"hidden\" form=\"suche\" name=\"state.not\" value=\"DE-BE\">")
                .contains("name=\"criterion.min\" value=\"partizipation:2\">")
                .contains("name=\"size\" value=\"5\">")
                .contains("name=\"sort\" value=\"newest\">")
                .doesNotContain("name=\"page\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/suche, true",
        "/suche?state=DE-BE, true",
        "/suche?state=DE-BE&utm_source=mail, true",
        "/suche?state=DE-BE&state=DE-BY, false",
        "/suche?state=DE-BE&topic=aeltere, false",
        "/suche?state.not=DE-BE, false",
        "/suche?q=bewegung, false",
        "/suche?sort=newest, false",
        "/suche?page=2, false"
    })
    void search_engines_get_everything_and_single_values(String path, boolean isIndexed) {
        assertThat(get(path).contains("<meta name=\"robots\" content=\"noindex\">"))
                .isEqualTo(!isIndexed);
    }

    @Test
    void the_canonical_address_is_canonical() {
        assertThat(get("/en/suche?state=DE-BY&year.from=&topic=aeltere&state=DE-BE&x=y"))
                .contains("<link rel=\"canonical\" href=\"" + APP.address()
                        + "/en/suche?topic=aeltere&amp;state=DE-BE&amp;state=DE-BY\">");
    }

    @Test
    void words_that_match_are_marked() {
        assertThat(get("/suche?q=bewegung")).containsPattern("<mark>[^<]*[Bb]ewegung");
    }

    @Test
    void every_hit_of_a_text_tells_why() {
        String html = get("/suche?q=bewegung&sort=title&size=5");
        assertThat(html.split("<details class=\"why\"", -1)).hasSize(6);
        assertThat(html)
                .containsPattern(
                        "Warum dieser Treffer\\?<span class=\"kern-sr-only\"> <span>[^<]+</span></span></summary>")
                .containsPattern(
                        "<dt>„bewegung“</dt>\\s*<dd>[^<]+: <span>„[^<]*[Bb]ewegung[^<]*“</span> (im|in der|beim) ")
                .doesNotContain("Weiter vorn, weil");
        assertThat(get("/suche?state=DE-BE")).doesNotContain("Warum dieser Treffer");
    }

    @Test
    void the_whole_word_around_a_part_is_named() {
        assertThat(get("/suche?q=bewegung&size=50")).containsPattern("als Teil von: <span>„Bewegungs[a-zäöü]+“</span>");
    }

    @Test
    void words_that_a_hit_does_not_have_are_named() {
        assertThat(get("/suche?q=bewegung+xylophon")).containsPattern("<dt>„xylophon“</dt>\\s*<dd>nicht gefunden</dd>");
    }

    @Test
    void what_raises_a_hit_is_told_where_the_order_is_by_relevance() {
        assertThat(get("/en/suche?q=frühe+hilfen&good_practice=true".replace("ü", "%C3%BC")))
                .containsPattern("Further up because: Good Practice example")
                .contains("<span lang=\"de\">“");
    }

    @Test
    void nothing_typed_by_a_visitor_becomes_markup() {
        assertThat(get("/suche?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&size=7"))
                .doesNotContain("<script>alert");
    }

    @Test
    void where_nothing_is_found_the_page_tells_what_would_find_something() {
        String html = get("/suche?q=bewegung&state=DE-SL&type=network");
        assertThat(html).contains("Keine Angebote gefunden").contains("Ohne Filter in allen Angeboten suchen");
        int all = number(html, "Ohne Filter in allen Angeboten suchen</a>: ([0-9.]+) Angebote");
        assertThat(number(get("/suche?q=bewegung"), "data-announce>([0-9.]+) Angebote gefunden<"))
                .isEqualTo(all);
    }

    @Test
    void a_page_behind_the_last_one_says_so_and_leads_back() {
        assertThat(get("/suche?page=900"))
                .contains("So viele Seiten hat die Ergebnisliste nicht")
                .contains("rel=\"nofollow prev\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/suche?q=((((((((((((kita|zu viele Klammern, Minuszeichen oder Feldnamen ineinander; höchstens 10 Ebenen",
                "/suche?q=*a+*b+*c+*d|Zu viele Wörter beginnen mit einem Platzhalter (* oder ?); höchstens 3",
                "/suche?q=a~+b~+c~+d~+e~+f~|höchstens 5 sind erlaubt. Nehmen Sie das Zeichen ~ bei den anderen weg",
                "/en/suche?q=*a+*b+*c+*d|Too many words begin with a wildcard (* or ?); at most 3 are allowed"
            })
    void a_text_that_asks_for_too_much_gets_a_page_with_the_reason(String path, String reason) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche?state=DE-XX", "/suche?page=1001", "/suche?year.from=abc", "/en/suche?size=1000"})
    void what_cannot_be_used_gets_a_page_that_says_why(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1");
    }
}
