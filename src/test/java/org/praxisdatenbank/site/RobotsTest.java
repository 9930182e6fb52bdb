package org.praxisdatenbank.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;

/** Robots find every practice and every single filter, and no way into the combinations. */
final class RobotsTest {
    private static final TestApp APP = TestApp.shared();
    private static final Pattern LINK = Pattern.compile("<a [^>]*>");
    private static final Pattern SEARCH = Pattern.compile("href=\"(/(?:en/)?suche\\?[^\"]*)\"");
    /** One value of one facet is a page that search engines list. */
    private static final Pattern LISTED =
            Pattern.compile("/(?:en/)?suche\\?(?!q=|sort=|page=|size=|after=|match=)[a-z_]+=[^&]*");

    private static String robots() {
        return APP.get("/robots.txt").body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en",
                "/suche",
                "/suche?state=DE-BE",
                "/suche?q=bewegung&state=DE-BE&topic=aeltere",
                "/suche?size=2&page=3",
                "/en/suche?q=bewegung+xylophon",
                "/suche?q=xyzxyz&state=DE-BE",
                "/suche/sprache?q=bewegung",
                "/themen/aeltere",
                "/kriterien/partizipation",
                "/laender/berlin",
                "/kommunen",
                "/angebote/kiezdetektive-berlin"
            })
    void every_link_to_a_search_that_is_not_listed_is_not_followed(String path) {
        Matcher links = LINK.matcher(APP.get(path).body());
        while (links.find()) {
            Matcher search = SEARCH.matcher(links.group());
            if (search.find() && !LISTED.matcher(search.group(1)).matches()) {
                assertThat(links.group()).as(path).containsPattern(" rel=\"nofollow[ \"]");
            }
        }
    }

    @Test
    void the_other_language_of_a_page_that_is_not_listed_is_not_followed() {
        assertThat(APP.get("/suche?q=a").body()).contains("hreflang=\"en\" rel=\"nofollow\">English");
        assertThat(APP.get("/suche").body()).contains("hreflang=\"en\">English");
    }

    @ParameterizedTest
    @CsvSource({
        "/suche, true",
        "/suche?state=DE-BE, true",
        "/en/suche?topic=aeltere, true",
        "/angebote/kiezdetektive-berlin, true",
        "/suche?state=DE-BE&topic=aeltere, false",
        "/en/suche?state=DE-BE&page=2, false",
        "/suche?q=bewegung, false",
        "/en/suche?q=bewegung, false",
        "/suche/sprache?q=bewegung, false",
        "/api/v1/practices, false"
    })
    void robots_are_told_what_to_leave_alone(String path, boolean isAllowed) {
        boolean isRefused = robots().lines()
                .filter(line -> line.startsWith("Disallow: "))
                .map(line -> line.substring("Disallow: ".length()))
                .map(rule -> Pattern.quote(rule).replace("*", "\\E.*\\Q"))
                .anyMatch(rule -> Pattern.compile(rule).matcher(path).lookingAt());
        assertThat(isRefused).isEqualTo(!isAllowed);
    }
}
