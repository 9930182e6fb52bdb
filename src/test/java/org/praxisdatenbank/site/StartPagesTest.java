package org.praxisdatenbank.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;

final class StartPagesTest {
    private static final String GERMAN = TestApp.shared().get("/").body();
    private static final String ENGLISH = TestApp.shared().get("/en").body();

    @Test
    void the_map_has_the_sixteen_states_and_the_list_has_them_too() {
        assertThat(Pattern.compile("<a class=\"map__state--[1-4]\" href=\"/laender/")
                        .matcher(GERMAN)
                        .results())
                .hasSize(16);
        assertThat(GERMAN.split("<a class=\"kern-link\" href=\"/laender/", -1)).hasSize(17);
    }

    @Test
    void all_criteria_and_topics_are_named() {
        assertThat(GERMAN.split("href=\"/kriterien/(?!selbstcheck)", -1)).hasSize(13);
        assertThat(GERMAN.split("href=\"/themen/[a-z-]+\">[^<]*</a></h3>", -1)).hasSize(6);
    }

    @Test
    void numbers_link_to_what_they_count() {
        assertThat(GERMAN)
                .contains("<a class=\"kern-link\" href=\"/suche\"><strong>159</strong> Angebote</a>")
                .contains("href=\"/suche?good_practice=true\"><strong>22</strong> Good-Practice-Beispiele</a>");
    }

    @Test
    void english_pages_lead_to_english_pages() {
        assertThat(ENGLISH)
                .contains("<a class=\"kern-link\" href=\"/en/suche\"><strong>159</strong> practices</a>")
                .doesNotContain(
                        "href=\"/laender", "href=\"/kriterien", "href=\"/themen", "href=\"/suche", "href=\"/ang");
    }
}
