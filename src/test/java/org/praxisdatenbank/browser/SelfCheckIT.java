package org.praxisdatenbank.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The self-check with the keyboard alone, on a phone without JavaScript, and on a desk with it. */
final class SelfCheckIT {
    private static final String QUESTIONS = "/kriterien/selbstcheck/fragen";
    /** Most of them weak, with examples for each. */
    private static final List<String> CHOSEN = List.of(
            "konzeption-not_begun",
            "setting-ansatz-1",
            "partizipation-1",
            "empowerment-4",
            "niedrigschwellige-arbeitsweise-1",
            "multiplikatorenkonzept-not_begun",
            "nachhaltigkeit-not_applicable",
            "qualitaetsmanagement-1");

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static void fits(Visitor visitor, String name) {
        assertThat(visitor.overflow()).as(name).isLessThanOrEqualTo(0);
        assertThat(visitor.cookies()).isZero();
        visitor.picture(name);
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    @Test
    void the_keyboard_is_enough_without_javascript() {
        try (Visitor visitor = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            Page page = visitor.open(QUESTIONS);
            page.locator("#name").focus();
            page.keyboard().type("Kita in Bewegung");
            page.keyboard().press("Tab"); // to the link
            page.keyboard().press("Tab"); // to the first choice
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().type("Umfrage im Stadtteil");
            page.locator("#name").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Profil: Kita in Bewegung");
            assertThat(visitor.overflow()).isLessThanOrEqualTo(0);
            page.locator("form#selbstcheck button").first().press("Enter");
            assertThat(page.locator("#stage-zielgruppenbezug-1")).isChecked();
            assertThat(page.locator("#evidence-zielgruppenbezug")).hasValue("Umfrage im Stadtteil");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitor.DESK, Visitor.PHONE})
    void faults_result_file_and_language_hold_for_everybody(int width) {
        try (Visitor visitor = Visitor.with(chromium, width)) {
            Page page = visitor.open(QUESTIONS);
            page.locator("#name").fill("Kita in Bewegung");
            CHOSEN.forEach(choice -> page.locator("#stage-" + choice).check());
            page.locator("#evidence-partizipation").fill("Elternabend ".repeat(170));
            submit(page);
            assertThat(page.locator(".faults")).isFocused();
            fits(visitor, "faults");
            if (width == Visitor.DESK) { // EveryPageIT asks the same of the questions themselves, at each width
                isAccessible(page);
            }
            page.locator(".faults a").press("Enter");
            assertThat(page.locator("#evidence-partizipation")).isFocused();
            page.locator("#evidence-partizipation").fill("Elternabend im Mai,\nUmfrage im Juni");
            submit(page);
            assertThat(page.locator("[data-print]").locator("xpath=preceding-sibling::button"))
                    .isVisible();
            fits(visitor, "result");
            isAccessible(page);
            assertThat(printedPages(page)).isBetween(1L, 2L);
            goOnWithTheFile(page, visitor);
            page.locator(".topbar__switch").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("#stage-empowerment-4")).isChecked();
        }
    }

    private static long printedPages(Page page) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        return Pattern.compile("/Type /Page\\b(?!s)")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    private static void submit(Page page) {
        page.locator("form#selbstcheck button").first().click();
    }

    private static void goOnWithTheFile(Page page, Visitor visitor) {
        Download file =
                page.waitForDownload(() -> page.locator("[formaction$='.json']").click());
        visitor.open("/kriterien/selbstcheck").locator("#file").setInputFiles(file.path());
        page.locator(".resume button").click();
        assertThat(page.locator("#evidence-partizipation")).hasValue("Elternabend im Mai,\nUmfrage im Juni");
    }
}
