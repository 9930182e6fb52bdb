package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class IndexCheckTest {
    private static final Path NO_OWN_TEXTS = Path.of("target", "no-own-texts");
    private static final Instant AT = Instant.parse("2026-11-22T13:05:59Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final IndexCheck EQUAL = new IndexCheck(AT, 2_731, 2_731, 0, false);

    private static String text(IndexCheck check, Locale language, LocalDate today) {
        return check.text(Texts.load(language, NO_OWN_TEXTS), language, today, Frame.ZONE);
    }

    @Test
    void it_tells_the_time_in_germany_and_the_numbers_of_the_language() {
        assertThat(text(EQUAL, Locale.GERMAN, TODAY))
                .isEqualTo("Suchindex geprüft um 14:05 Uhr: 2.731 von 2.731 gleich");
        assertThat(text(EQUAL, Locale.ENGLISH, TODAY)).isEqualTo("Search index checked at 14:05: 2,731 of 2,731 equal");
    }

    @Test
    void a_day_that_is_over_is_told_too() {
        assertThat(text(EQUAL, Locale.GERMAN, TODAY.plusDays(1)))
                .isEqualTo("Suchindex geprüft am 22.11.2026 um 14:05 Uhr: 2.731 von 2.731 gleich");
        assertThat(text(EQUAL, Locale.ENGLISH, TODAY.plusDays(1)))
                .isEqualTo("Search index checked on 22 Nov 2026 at 14:05: 2,731 of 2,731 equal");
    }

    @Test
    void what_differs_is_not_hidden() {
        IndexCheck different = new IndexCheck(AT, 2_731, 1_700, 1_032, false);
        assertThat(text(different, Locale.GERMAN, TODAY))
                .isEqualTo("Suchindex geprüft um 14:05 Uhr: 1.700 von 2.731 gleich, Abweichungen: 1.032");
        assertThat(text(new IndexCheck(AT, 2_731, 0, 2_731, true), Locale.GERMAN, TODAY))
                .isEqualTo("Suchindex geprüft um 14:05 Uhr: Eine Datei ist beschädigt,"
                        + " der Index muss neu gebaut werden");
    }

    @Test
    void a_page_without_a_check_says_nothing_and_one_with_it_has_another_tag() {
        AtomicReference<Optional<IndexCheck>> last = new AtomicReference<>(Optional.empty());
        PageKit pages = new PageKit(Assets.load(), NO_OWN_TEXTS, null, last::get, () -> AT);
        try (TestServer server = TestServer.start(routes -> PageKit.get(
                routes,
                "/checked",
                request -> pages.show(
                        request, "web/problem", ProblemPage.of(Refusal.FAILED, pages.frame(request, head())))))) {
            HttpResponse<byte[]> without = server.get("/checked");
            last.set(Optional.of(EQUAL));
            HttpResponse<byte[]> with = server.get("/checked");

            assertThat(TestServer.text(without)).doesNotContain("Suchindex");
            assertThat(TestServer.text(with)).contains("<p class=\"site-footer__checked\">Suchindex geprüft um 14:05");
            assertThat(TestServer.text(server.get("/en/checked"))).contains("Search index checked at 14:05");
            assertThat(with.headers().firstValue("ETag"))
                    .isNotEqualTo(without.headers().firstValue("ETag"));
        }
    }

    private static Frame.Head head() {
        return new Frame.Head("Titel", "Beschreibung", "/checked", false);
    }
}
