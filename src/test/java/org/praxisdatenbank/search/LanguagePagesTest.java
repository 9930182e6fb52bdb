package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

final class LanguagePagesTest {
    private static final TestApp APP = TestApp.shared();

    private static String get(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_word_is_shown_with_its_parts_and_ways() {
        assertThat(get("/suche/sprache?q=Bewegungsangebote"))
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains("Bewegung · s · angebote")
                .contains("mit allen Teilen nah beieinander")
                .doesNotContain("Finden sie einander?");
    }

    @Test
    void the_number_of_a_word_is_what_its_link_finds() {
        Matcher link = Pattern.compile("href=\"(/suche\\?q=[^\"]*)\">Nach „Kitas“ suchen</a>: ([0-9.]+) Angebote")
                .matcher(get("/suche/sprache?q=Kitas"));
        assertThat(link.find()).isTrue();
        assertThat(get(link.group(1).replace("&amp;", "&"))).contains(link.group(2) + " Angebote gefunden");
    }

    @Test
    void two_words_that_meet_are_told_how() {
        assertThat(get("/suche/sprache?q=Senioren&mit=%C3%A4ltere+Menschen"))
                .contains("Ja, beide finden einander.", "„Senioren“ findet „ältere Menschen“", "als Synonym:");
        assertThat(get("/suche/sprache?q=schwimmen&mit=kochen")).contains("Nein, diese beiden finden einander nicht.");
        assertThat(get("/en/suche/sprache?q=bewegung&mit=bewegungsangebote")).contains("In one direction only.");
    }

    @Test
    void a_stop_word_is_passed_over() {
        assertThat(get("/suche/sprache?q=und"))
                .contains("Die Suche übergeht es")
                .doesNotContain("Wege, auf denen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/suche/sprache?q=*a+*b+*c+*d", "/suche/sprache?mit=((((((((((((kita"})
    void the_limits_are_those_of_the_search(String path) {
        assertThat(APP.get(path).statusCode()).isEqualTo(400);
        assertThat(APP.get("/suche/sprache?mit=" + "a".repeat(1001)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ueber", "/suche?q=kita"})
    void other_pages_lead_there(String path) {
        assertThat(get(path)).containsPattern("href=\"/suche/sprache[^\"]*\">Wie die Suche Wörter versteht</a>");
    }
}
