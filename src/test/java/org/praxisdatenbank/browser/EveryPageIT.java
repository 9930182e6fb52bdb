package org.praxisdatenbank.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.Wording;

/** What must hold on every kind of page, in both languages. */
final class EveryPageIT {
    private static final List<String> PAGES = List.of(
            "/",
            "/suche",
            "/suche?q=bewegung&state=DE-BE",
            "/suche?q=bewegung+xylophon+senioren",
            "/suche?q=xylophonorchester&state=DE-BE",
            "/suche?page=3",
            "/suche/filter/provider",
            "/suche/filter/provider?q=bewegung&provider=Bezirksamt&find=e+v",
            "/suche/filter/state?find=xyz",
            "/suche/sprache",
            "/suche/sprache?q=vor-ort-beratung+bewegungsangebote+und+ältere+menschen&mit=senioren",
            "/angebote/schutzengel-flensburg",
            "/angebote/unser-platz-berlin-marzahn",
            "/angebote/unser-platz-berlin-marzahn/fassungen",
            "/angebote/unser-platz-berlin-marzahn/fassungen/2",
            "/kriterien",
            "/kriterien/partizipation",
            "/kriterien/selbstcheck",
            "/kriterien/selbstcheck/fragen",
            "/themen",
            "/themen/quartier",
            "/laender",
            "/laender/bayern",
            "/kommunen",
            "/ueber",
            "/datenschutz",
            "/barrierefreiheit",
            "/impressum",
            "/api",
            "/gibt-es-nicht");
    private static Chromium chromium;
    private static Visitor desk;
    private static Visitor phone;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
        desk = Visitor.with(chromium, Visitor.DESK);
        phone = Visitor.with(chromium, Visitor.PHONE);
        changeAndTakeBack(new PracticeId("unser-platz-berlin-marzahn"));
    }

    /** So that it has a history, and still is what other tests expect. */
    private static void changeAndTakeBack(PracticeId id) {
        Jdbi jdbi = TestApp.shared().database().database().jdbi();
        Practice practice = new PracticeStore(jdbi).get(id).practice();
        Practice changed = new Practice(
                id,
                new Wording("Platz für alle", practice.wording().summary() + " Ein Satz mehr.", null),
                new Carrier(null, "Berlin", "12679"),
                practice.classification(),
                practice.period(),
                practice.provenance());
        List.of(changed, practice)
                .forEach(state -> jdbi.useTransaction(db -> PracticeStore.save(db, List.of(state), Authorship.IMPORT)));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static Stream<String> pages() {
        return PAGES.stream().flatMap(page -> Stream.of(page, page.equals("/") ? "/en" : "/en" + page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void on_a_desk_axe_finds_nothing_and_nobody_else_is_asked_anything(String path) {
        Page page = desk.open(path);
        if (!path.startsWith("/en")) { // the same templates, with longer texts
            assertThat(violations(page)).isEmpty();
        }
        assertThat(desk.foreignRequests()).isEmpty();
        assertThat(desk.cookies()).isZero();
        assertThat(desk.complaints())
                .filteredOn(complaint -> !complaint.contains("404 (Not Found)"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void on_a_phone_axe_finds_nothing_and_nothing_sticks_out(String path) {
        assertThat(violations(phone.open(path))).isEmpty();
        assertThat(phone.overflow()).isLessThanOrEqualTo(0);
    }

    static List<String> violations(Page page) {
        AxeResults results = new AxeBuilder(page)
                .setLegacyMode(true) // no page has frames, and so none needs a second window
                .analyze();
        assertThat(results.getPasses()).isNotEmpty();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .toList();
    }
}
