package org.praxisdatenbank.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching with mouse and keyboard, with JavaScript and without, on a desk and on a phone. */
final class SearchIT {
    private static final String BERLIN = "#f-state-DE-BE";
    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static Locator heading(Page page) {
        return page.locator("[data-announce]");
    }

    /** Where nothing is found the heading has no number. */
    private static int total(Page page) {
        String digits = heading(page).innerText().replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The number beside a checkbox. */
    private static int count(Page page, String checkbox) {
        String id = checkbox.substring(1);
        String row = page.locator("label[for='" + id + "']").locator("xpath=..").innerText();
        return Integer.parseInt(row.replaceAll("(?s).*?(\\d+)\\D*$", "$1"));
    }

    @Test
    void a_word_typed_on_the_start_page_leads_to_hits_with_the_word_marked() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/");
            page.fill("#suche-q", "bewegung");
            page.keyboard().press("Enter");
            page.waitForURL("**/suche?q=bewegung");
            assertThat(page.locator(".hit mark").first()).hasText(Pattern.compile("beweg", Pattern.CASE_INSENSITIVE));
        }
    }

    @Test
    void a_facet_applies_without_a_reload_and_finds_exactly_the_number_it_showed() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/suche?q=bewegung");
            int everywhere = total(page);
            int promised = count(page, BERLIN);
            page.evaluate("window.notReloaded = true");
            page.check(BERLIN);
            page.waitForURL("**/suche?q=bewegung&state=DE-BE");
            assertThat(page.locator(".chip").first()).containsText("Berlin");
            assertThat(total(page)).isEqualTo(promised);
            assertThat((Boolean) page.evaluate("window.notReloaded === true")).isTrue();
            assertThat(page.locator("[data-live]")).containsText(String.valueOf(promised));
            assertThat((String) page.evaluate("'#' + document.activeElement.id"))
                    .isEqualTo(BERLIN);

            page.goBack();
            page.waitForURL("**/suche?q=bewegung");
            assertThat(page.locator(BERLIN)).not().isChecked();
            assertThat(heading(page)).containsText(String.valueOf(everywhere));
        }
    }

    @Test
    void without_javascript_a_facet_is_chosen_and_applied_and_taken_back() {
        try (Visitor visitor = Visitor.withoutJavaScript(chromium, Visitor.DESK)) {
            Page page = visitor.open("/suche?q=bewegung");
            int promised = count(page, BERLIN);
            page.check(BERLIN);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anwenden"))
                    .click();
            assertThat(page.locator(BERLIN)).isChecked();
            assertThat(total(page)).isEqualTo(promised);
            page.locator(".chip").first().click();
            assertThat(page.locator(BERLIN)).not().isChecked();
        }
    }

    @Test
    void on_a_phone_without_javascript_the_filters_unfold_and_apply() {
        try (Visitor visitor = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            Page page = visitor.open("/suche?q=bewegung");
            assertThat(page.locator(BERLIN)).not().isVisible();
            page.locator("details.filters > summary").click();
            page.check(BERLIN);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anwenden"))
                    .click();
            assertThat(visitor.path()).contains("state=DE-BE");
            assertThat(page.locator(".hit").first()).isVisible();
        }
    }

    @Test
    void the_keyboard_alone_reaches_search_facets_and_a_practice() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/suche");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip-link")).isFocused();
            page.keyboard().press("Enter");
            tabTo(page, "#suche-q");
            page.keyboard().type("bewegung");
            page.keyboard().press("Enter");
            page.waitForURL("**/suche?q=bewegung");
            tabTo(page, BERLIN);
            page.keyboard().press("Space");
            page.waitForURL("**state=DE-BE");
            assertThat(page.locator(BERLIN)).isFocused();
            tabTo(page, ".hit a");
            page.keyboard().press("Enter");
            page.waitForURL("**/angebote/**");
            assertThat(page.locator("h1")).isVisible();
        }
    }

    /** Presses Tab until something that matches is focused. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("document.activeElement.matches('" + selector + "')")) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    @Test
    void suggestions_appear_while_typing_and_lead_somewhere() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/");
            page.locator("#suche-q").pressSequentially("beweg");
            assertThat(page.locator("[role=option]").first()).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/(suche|angebote)"));
            assertThat(visitor.foreignRequests()).isEmpty();
        }
    }

    @Test
    void the_english_interface_keeps_the_search() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/suche?q=bewegung&state=DE-BE");
            int found = total(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(visitor.path()).isEqualTo("/en/suche?q=bewegung&state=DE-BE");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(total(page)).isEqualTo(found);
        }
    }

    @Test
    void a_search_without_hits_offers_ways_out_with_their_numbers() {
        try (Visitor visitor = Visitor.with(chromium, Visitor.DESK)) {
            Page page = visitor.open("/suche?q=bewegung&state=DE-BE&type=network");
            assertThat(total(page)).isZero();
            Locator wayOut = page.locator("[data-region=results] .prose li")
                    .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='state=DE-BE']")))
                    .first();
            int promised = Integer.parseInt(wayOut.innerText().replaceAll("(?s).*?(\\d+)\\D*$", "$1"));
            wayOut.locator("a").click();
            assertThat(total(page)).isEqualTo(promised);
        }
    }
}
