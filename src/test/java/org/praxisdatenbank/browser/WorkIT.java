package org.praxisdatenbank.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;

/** Pages for people who are signed in, in a browser. */
final class WorkIT {
    private static final List<String> PUBLIC =
            List.of("/anmelden", "/anmelden/vergessen", "/anmelden/passwort/kein-link");
    private static Chromium chromium;
    private static Visitor desk;
    private static Visitor phone;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
        People.add(TestApp.shared().database().database().jdbi(), Role.ADMIN);
        desk = Visitor.with(chromium, Visitor.DESK);
        phone = Visitor.with(chromium, Visitor.PHONE);
        signIn(desk);
        signIn(phone);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static void signIn(Visitor visitor) {
        Page page = visitor.open("/verwaltung");
        assertThat(visitor.path()).startsWith("/anmelden");
        page.getByLabel("E-Mail-Adresse").fill(People.email(Role.ADMIN));
        page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
        page.locator("main button[type=submit]").click();
        assertThat(visitor.path()).isEqualTo("/verwaltung");
        assertThat(visitor.cookies()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verwaltung",
                "/verwaltung/konten",
                "/verwaltung/angebote",
                "/verwaltung/angebote/neu",
                "/en/verwaltung/angebote/neu",
                "/verwaltung/angebote/veroeffentlicht/schutzengel-flensburg",
                "/verwaltung/protokoll",
                "/konto",
                "/konto/zweiter-faktor",
                "/en/verwaltung/konten"
            })
    void axe_finds_nothing_and_nothing_sticks_out(String path) {
        assertThat(EveryPageIT.violations(desk.open(path))).isEmpty();
        assertThat(EveryPageIT.violations(phone.open(path))).isEmpty();
        assertThat(phone.overflow()).isLessThanOrEqualTo(0);
        assertThat(phone.complaints())
                .filteredOn(complaint -> !complaint.contains("422"))
                .isEmpty();
        keepPicture(desk, path);
        keepPicture(phone, path);
    }

    @Test
    void signing_in_and_out_needs_no_javascript() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            plain.page().getByText("Abmelden").click();

            assertThat(plain.path()).isEqualTo("/anmelden?abgemeldet=ja");
            assertThat(plain.cookies()).isZero();
        }
    }

    @Test
    void a_draft_and_each_part_of_its_form_are_well_made() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            Page page = plain.open("/verwaltung/angebote/neu");
            page.getByLabel("Wie heißt das Angebot?").fill("Suppenküche Altona");
            page.getByLabel("Wie heißt das Angebot?").press("Enter");
            page.getByLabel("Welche Postleitzahl hat der Ort?").fill("227");
            page.getByLabel("Welche Postleitzahl hat der Ort?").press("Enter");
            page.locator("#fehler:focus").waitFor();
            assertThat(page.getByLabel("Welche Postleitzahl hat der Ort?").inputValue())
                    .isEqualTo("227");
        }
        Page list = phone.open("/verwaltung/angebote");
        list.getByText("Suppenküche Altona").click();
        String draft = phone.path();
        for (String page :
                List.of("", "/teil/was", "/teil/wer", "/teil/fuer-wen", "/teil/themen", "/teil/wann", "/vorschau")) {
            assertThat(EveryPageIT.violations(phone.open(draft + page)))
                    .as(page)
                    .isEmpty();
            assertThat(phone.overflow()).as(page).isLessThanOrEqualTo(0);
            keepPicture(phone, "/entwurf" + page);
            desk.open(draft + page);
            keepPicture(desk, "/entwurf" + page);
        }
    }

    @Test
    void the_pages_before_signing_in_are_well_made_too() {
        Visitor stranger = Visitor.with(chromium, Visitor.PHONE);
        for (String path : PUBLIC) {
            assertThat(EveryPageIT.violations(stranger.open(path))).isEmpty();
            assertThat(stranger.overflow()).isLessThanOrEqualTo(0);
            assertThat(stranger.cookies()).isZero();
            keepPicture(stranger, path);
        }
    }

    @Test
    void faults_are_told_at_the_field_and_in_a_summary_that_has_the_focus() {
        Page page = phone.open("/verwaltung/konten");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Eva");
        page.getByLabel("E-Mail-Adresse").fill("eva@beispiel");
        page.getByLabel("Koordinierungsstelle").check();
        page.locator("section form button[type=submit]").last().click();

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("fehler");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Eva");
        assertThat(EveryPageIT.violations(page)).isEmpty();
        keepPicture(phone, "/fehler");
    }

    /** For looking at them; in {@code target/pictures}. */
    private static void keepPicture(Visitor visitor, String path) {
        int width = visitor.page().viewportSize().width;
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target", "pictures", path.substring(1).replace('/', '-') + "-" + width + ".png")));
    }
}
