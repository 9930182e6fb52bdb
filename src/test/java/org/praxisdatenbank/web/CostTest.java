package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.web.Cost.Work;

final class CostTest {

    private static Cost of(String address) {
        String[] parts = address.split("\\?", 2);
        return Cost.of(parts[0], parts.length == 1 ? null : parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/1234/site.css, FREE, 0",
        "/health/ready, FREE, 0",
        "/metrics, FREE, 0",
        "/api/v1/openapi.json, FREE, 0",
        "/, READING, 1",
        "/angebote/eltern-ag, READING, 1",
        "/en/ueber, READING, 1",
        "/api/v1/practices/eltern-ag, READING, 1",
        "/sitemap.xml, READING, 5",
        "/sitemap-2.xml, READING, 5",
        "/api/v1/suggest?q=bew&state=DE-BE, SEARCHING, 1",
        "/api/v1/practices/eltern-ag/similar, SEARCHING, 2",
        "/kriterien/selbstcheck, READING, 1",
        "/en/kriterien/selbstcheck/ergebnis, SEARCHING, 12",
        "/suche, SEARCHING, 2",
        "/suche/, SEARCHING, 2",
        "/en/suche?q=bewegung+kita, SEARCHING, 2",
        "/suche/sprache?q=kita&mit=hort, SEARCHING, 2",
        "/api/v1/practices?q=&state=&sort=title, SEARCHING, 2",
        "/suche?q=kita&state=DE-BE&state=DE-BY&topic=aeltere, SEARCHING, 5",
        "/suche?q=bew*+spo?t+ki%74a~+kita, SEARCHING, 11",
        "/suche?q=%2Abew%20%3Fort+%7e, SEARCHING, 11",
        "/api/v1/export.csv, SEARCHING, 22",
        "/api/v1/export.xlsx?q=bew*&state=DE-BE&bom=true, SEARCHING, 26",
        "/suche?page=9, SEARCHING, 2",
        "/suche?page=95, SEARCHING, 11",
        "/api/v1/practices?size=100, SEARCHING, 6",
        "/suche?page=999999999999, SEARCHING, 2",
        "/suche?page=999999, SEARCHING, 100"
    })
    void a_request_costs_what_it_is(String address, Work work, int tokens) {
        assertThat(of(address)).isEqualTo(new Cost(work, tokens));
    }

    @Test
    void no_request_costs_more_than_anybody_has() {
        assertThat(of("/suche?" + "state=DE-BE&".repeat(3_000)).tokens()).isEqualTo(Cost.MOST);
    }
}
