package org.praxisdatenbank.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.index.Generation;

/** Pages for people who are signed in, in a browser. */
final class WorkIT {
    private static final List<String> PUBLIC =
            List.of("/anmelden", "/anmelden/vergessen", "/anmelden/passwort/kein-link");
    private static final int MOST_LOOKS = 1_000;
    private static Chromium chromium;
    private static Visitor desk;
    private static Visitor phone;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
        People.add(TestApp.shared().database().database().jdbi(), Role.ADMIN);
        TestApp.shared()
                .database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute("INSERT INTO fruitless_search VALUES"
                        + " ('gesundheitslotsinnen für langzeitarbeitslose', date_trunc('month', now()), 7)"));
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
                "/verwaltung/good-practice/neu?angebot=adebar-hamburg",
                "/verwaltung/import",
                "/verwaltung/angebote/veroeffentlicht/schutzengel-flensburg/kontakt",
                "/verwaltung/bestaetigungen",
                "/verwaltung/vokabulare",
                "/verwaltung/vokabulare/topic",
                "/verwaltung/vokabulare/topic/arbeitslose",
                "/en/verwaltung/vokabulare/topic/arbeitslose",
                "/verwaltung/vokabulare/topic/arbeitslose/zuordnen/quartier",
                "/verwaltung/ohne-treffer",
                "/verwaltung/texte",
                "/verwaltung/texte/datenschutz",
                "/en/verwaltung/texte/impressum",
                "/verwaltung/index",
                "/en/verwaltung/index",
                "/verwaltung/protokoll",
                "/verwaltung/links",
                "/verwaltung/zugangsschluessel",
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
        desk.picture(path.substring(1).replace('/', '-'));
        phone.picture(path.substring(1).replace('/', '-'));
    }

    private static void isWellMadeOnAPhone(String path, String picture) {
        assertThat(EveryPageIT.violations(phone.open(path))).as(path).isEmpty();
        assertThat(phone.overflow()).as(path).isLessThanOrEqualTo(0);
        phone.picture(picture);
        desk.open(path);
        desk.picture(picture);
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

    /** Browsers say less of where a form comes from than the clients of other tests. */
    @Test
    void whoever_is_invited_chooses_a_password_by_the_link() {
        Page page = phone.open("/verwaltung/konten");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Rosa");
        page.getByLabel("E-Mail-Adresse").fill("rosa@example.org");
        page.getByLabel("Redaktion").check();
        page.locator("section form button[type=submit]").last().press("Enter");
        String link = page.locator("code").textContent();
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            Page choice = plain.open(URI.create(link).getPath());
            choice.locator("#password").fill(People.PASSWORD);
            choice.locator("#password").press("Enter");

            assertThat(plain.path()).startsWith("/anmelden?");
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
            isWellMadeOnAPhone(draft + page, "entwurf" + page.replace('/', '-'));
        }
    }

    @Test
    void an_assessment_and_its_checklist_are_well_made() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            Page page = plain.open("/verwaltung/good-practice/neu?angebot=eltern-ag");
            page.locator("main form button[type=submit]").last().press("Enter");
            page.locator("#fehler:focus").waitFor();
            page.getByLabel("Warum ist dieses Angebot").fill("Ein Vorbild.");
            page.locator("main form button[type=submit]").last().press("Enter");
            page.getByText("Vorgeschlagen. Als Nächstes").waitFor();
        }
        phone.open("/verwaltung/good-practice").getByText("ELTERN-AG").click();
        String assessment = phone.path();
        for (String page : List.of("", "/teil/checkliste")) {
            isWellMadeOnAPhone(assessment + page, "bewertung" + page.replace('/', '-'));
        }
    }

    @Test
    void the_page_behind_the_link_of_a_letter_is_well_made_and_answered_without_javascript() {
        Token token = Token.create();
        TestApp.shared()
                .database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute(
                        "INSERT INTO confirmation_letter (hash, practice, to_contact, ends)"
                                + " VALUES (?, 'adebar-hamburg', false, now() + interval '1 hour')",
                        token.hash()));
        String path = "/bestaetigen/" + token.text();
        Visitor stranger = Visitor.with(chromium, Visitor.PHONE);
        assertThat(EveryPageIT.violations(stranger.open(path))).isEmpty();
        assertThat(stranger.overflow()).isLessThanOrEqualTo(0);
        assertThat(stranger.cookies()).isZero();
        stranger.picture("bestaetigen");
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            Page page = plain.open(path);
            page.getByLabel("Was ist anders?").fill("Wir sind umgezogen.");
            page.locator("form:has(#text) button").press("Enter");

            assertThat(plain.path()).isEqualTo("/bestaetigt?antwort=changed");
        }
    }

    @Test
    void the_pages_before_signing_in_are_well_made_too() {
        Visitor stranger = Visitor.with(chromium, Visitor.PHONE);
        for (String path : PUBLIC) {
            assertThat(EveryPageIT.violations(stranger.open(path))).isEmpty();
            assertThat(stranger.overflow()).isLessThanOrEqualTo(0);
            assertThat(stranger.cookies()).isZero();
            stranger.picture(path.substring(1).replace('/', '-'));
        }
    }

    @Test
    void faults_are_told_at_the_field_and_in_a_summary_that_has_the_focus() {
        Page page = phone.open("/verwaltung/konten");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Eva");
        page.getByLabel("E-Mail-Adresse").fill("eva@beispiel");
        page.getByLabel("Koordinierungsstelle").check();
        page.locator("section form button[type=submit]").last().click();

        page.waitForFunction("document.activeElement.id === 'fehler'");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Eva");
        assertThat(EveryPageIT.violations(page)).isEmpty();
        phone.picture("fehler");
    }

    @Test
    void a_file_is_uploaded_assigned_and_checked_without_javascript() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            Page page = plain.open("/verwaltung/import");
            byte[] table = "id;type;title;summary;Wo\naaa;Projeckt;T;S;Ulm\n".getBytes(StandardCharsets.UTF_8);
            page.getByLabel("Datei").setInputFiles(new FilePayload("a.csv", "text/csv", table));
            page.getByText("Hochladen").click();
            page.getByLabel("Feld für Spalte E (Wo)").selectOption("place");
            String columns = plain.path();
            page.getByText("Weiter zur Prüfung").click();

            assertThat(page.content()).contains("eine Angabe ist fehlerhaft, in einem Datensatz", ">project</td>");
            for (String path : List.of(columns, plain.path())) {
                assertThat(EveryPageIT.violations(phone.open(path))).isEmpty();
                assertThat(phone.overflow()).isLessThanOrEqualTo(0);
                phone.picture(path.endsWith("spalten") ? "import-columns" : "import-check");
            }
        }
    }

    @Test
    void a_build_is_shown_as_it_goes_on_and_gone_when_it_ends() {
        Page page = phone.open("/verwaltung/index");
        try (Generation build = TestApp.shared().build()) {
            build.tell(new Step("index", 2_000, 10_000, 50, 160));
            PlaywrightAssertions.assertThat(page.locator("[data-progress]"))
                    .hasText("Einlesen: 2.000 von 10.000, 50 je Sekunde, noch etwa 2 Min.");
            build.tell(new Step("index", 6_000, 10_000, 50, 80));
            PlaywrightAssertions.assertThat(page.locator("[data-progress]"))
                    .hasText("Einlesen: 6.000 von 10.000, 50 je Sekunde, noch etwa 80 Sek.");
            PlaywrightAssertions.assertThat(page.locator("progress")).hasAttribute("value", "6000");
            PlaywrightAssertions.assertThat(page.locator("[data-say]")).containsText("von 10.000");
            assertThat(EveryPageIT.violations(page)).isEmpty();
            assertThat(phone.overflow()).isLessThanOrEqualTo(0);
            phone.picture("verwaltung-index-building");
            build.tell(new Step("merge", 0, -1, 0, -1));
            PlaywrightAssertions.assertThat(page.locator("[data-progress]")).hasText("Zusammenfügen");
        }
        PlaywrightAssertions.assertThat(page.locator("progress")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator("#reindex")).isVisible();
    }

    @Test
    void whoever_wants_a_page_that_keeps_still_has_one() {
        Page page = desk.open("/verwaltung/index");
        page.getByText("Nicht mehr von selbst aktualisieren").press("Enter");
        try (Generation build = TestApp.shared().build()) {
            build.tell(new Step("index", 2, 10, 1, 8));
            PlaywrightAssertions.assertThat(page.locator("progress")).hasCount(0);
            page.getByText("Von selbst aktualisieren").press("Enter");
            PlaywrightAssertions.assertThat(page.locator("progress")).hasAttribute("value", "2");
        }
    }

    @Test
    void a_value_is_moved_by_keyboard_without_javascript_and_the_button_keeps_the_focus() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            Page page = plain.open("/verwaltung/vokabulare/age_group");
            int last = page.locator("ol.rows > li").count();
            page.locator("ol.rows button[id^=hoch-]").last().press("Enter");

            assertThat(plain.path()).startsWith("/verwaltung/vokabulare/age_group?getan=list_now");
            Locator button = page.locator("button[id^=hoch-]:focus");
            button.waitFor();
            assertThat(button.innerText()).contains(", Platz " + (last - 1) + " von " + last);

            page.keyboard().press("Enter");
            page.getByText("Platz " + (last - 2) + " von").first().waitFor();
            assertThat(page.locator("button:focus").innerText()).contains("Platz " + (last - 2) + " von");

            page.locator("ol.rows button[id^=runter-]").first().press("Enter");
            page.locator("ol.rows button[id^=hoch-]").first().press("Enter");
            page.locator("button[id^=runter-]:focus").waitFor();
            assertThat(page.locator("button:focus").innerText()).contains("Platz 1 von");
        }
    }

    @Test
    void building_anew_needs_no_javascript() {
        try (Visitor plain = Visitor.withoutJavaScript(chromium, Visitor.PHONE)) {
            signIn(plain);
            plain.open("/verwaltung/index").locator("#reindex").click();
            Locator result = plain.page().locator("[data-result]");
            for (int look = 0; look < MOST_LOOKS && result.count() == 0; look++) {
                plain.page().getByText("Aktualisieren").click();
            }

            assertThat(result.textContent()).contains("Der neue Index wird benutzt. Angebote darin: 159.");
            assertThat(EveryPageIT.violations(desk.open("/verwaltung/index"))).isEmpty();
            desk.picture("verwaltung-index-built");
        }
    }
}
