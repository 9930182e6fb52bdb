package org.praxisdatenbank.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Published.Revision;

final class SiteMapTest {
    private static final SiteMap MAP = new SiteMap("https://praxisdatenbank.example");

    @Test
    void a_practice_is_listed_with_its_last_change() {
        Revision practice = new Revision(new PracticeId("adebar-hamburg"), Instant.parse("2026-02-03T10:00:00Z"));
        assertThat(MAP.addresses(List.of("/ueber"), List.of(practice)))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>https://praxisdatenbank.example/ueber</loc></url>
                        <url><loc>https://praxisdatenbank.example/angebote/adebar-hamburg</loc><lastmod>2026-02-03T10:00:00Z</lastmod></url>
                        </urlset>
                        """);
    }

    @Test
    void an_index_lists_its_parts() {
        assertThat(MAP.index(2))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <sitemap><loc>https://praxisdatenbank.example/sitemap-1.xml</loc></sitemap>
                        <sitemap><loc>https://praxisdatenbank.example/sitemap-2.xml</loc></sitemap>
                        </sitemapindex>
                        """);
    }
}
