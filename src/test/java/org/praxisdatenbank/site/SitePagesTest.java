package org.praxisdatenbank.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;

final class SitePagesTest {
    private static final Pattern ADDRESS = Pattern.compile("<loc>http://[^/<]+(/[^<]*)</loc>");
    /** Pages that other parts of the program serve. */
    private static final Set<String> ELSEWHERE = Set.of("/", "/suche", "/api");

    private static final TestApp APP = TestApp.shared();

    private static String body(String path) {
        return APP.get(path).body();
    }

    private static int status(String path) {
        return APP.get(path).statusCode();
    }

    private static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        ADDRESS.matcher(body("/sitemap.xml"))
                .results()
                .map(result -> result.group(1))
                .forEach(paths::add);
        paths.removeAll(ELSEWHERE);
        return paths;
    }

    @Test
    void every_address_of_the_site_map_answers_in_both_languages() {
        assertThat(paths()).hasSizeGreaterThan(180).allSatisfy(path -> {
            assertThat(status(path)).as(path).isEqualTo(200);
            assertThat(status("/en" + path)).as("/en" + path).isEqualTo(200);
        });
    }

    @Test
    void robots_learn_where_the_site_map_is() {
        assertThat(body("/robots.txt")).contains("Sitemap: " + APP.address() + "/sitemap.xml\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/angebote/gibt-es-nicht",
                "/angebote/Keine_Kennung",
                "/kriterien/gibt-es-nicht",
                "/themen/gibt-es-nicht",
                "/laender/gibt-es-nicht",
                "/api/v1/practices/gibt-es-nicht",
                "/sitemap-9.xml",
                "/sitemap-x.xml"
            })
    void what_is_not_there_is_not_found(String path) {
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void a_withdrawn_practice_is_gone_as_soon_as_no_search_finds_it() {
        try (TestApp app = TestApp.start()) {
            PracticeId id = new PracticeId("eltern-ag");
            new PracticeStore(app.database().database().jdbi())
                    .withdraw(id, LocalDate.of(2026, 11, 20), Authorship.COMMAND);
            TestDatabase.await(
                    "a page that is gone", () -> app.get("/angebote/eltern-ag").statusCode() == 410);
            assertThat(app.get("/api/v1/practices/eltern-ag").statusCode()).isEqualTo(410);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /kriterien/partizipation     | Kriterium 5 von 12 in der Fassung von 2021 (2015: Nummer 7)
            /kriterien/partizipation     | Die Bezeichnung dieser Stufe liegt uns nicht vor.
            /kriterien/empowerment       | Nur der Anfang der Stufenleiter ist uns bekannt.
            /kriterien/konzeption        | Jedes Good-Practice-Beispiel muss es erfüllen.
            /kriterien/konzeption        | Noch nennt kein Angebot in der Datenbank dieses Kriterium.
            /kriterien                   | In der Fassung von 2015: Kosten-Wirksamkeits-Verhältnis
            /themen/kinder-und-jugendliche | Alle 67 Angebote in der Suche öffnen
            /laender/bayern              | 12 Angebote in Bayern, davon 1 Good-Practice-Beispiel.
            /laender/saarland            | 3 Angebote im Saarland.
            /en/laender/saarland         | 3 practices in Saarland.
            /kommunen                    | Sie ist nicht vollständig.
            /themen/gefluechtete | Zu diesem Thema gibt es noch keine Angebote.
            /ueber                       | Die 159 Einträge wurden
            /impressum                   | [Name der Betreiberin oder des Betreibers]
            /angebote/kiezdetektive-berlin | Dieses Angebot ist seit 2015 abgeschlossen
            /en/angebote/kiezdetektive-berlin | This practice has ended (2015)
            /angebote/kiezdetektive-berlin | "@type":"Project"
            /api/v1/practices/kiezdetektive-berlin | "version":1,"url":"/angebote/kiezdetektive-berlin"}
            """)
    void a_page_says(String path, String text) {
        assertThat(body(path)).contains(text);
    }
}
