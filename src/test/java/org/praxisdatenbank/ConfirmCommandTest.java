package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.contact.Contact;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;

/** The whole walk: a letter is sent into the folder, its link answered over HTTP without an account. */
final class ConfirmCommandTest {
    private static final String PUBLIC_URL = "https://praxis.example.org";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(PUBLIC_URL) + "(/bestaetigen/[\\w-]+)");
    private static final Pattern VERSION = Pattern.compile("name=\"stand\" value=\"(\\d+)\"");
    private static final Path REPORT = Path.of("mail");
    private static TestApp app;
    private static AccountId editor;
    private static Client desk;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of(Setting.PUBLIC_URL, PUBLIC_URL));
        People.add(jdbi(), Role.PROVIDER);
        editor = People.add(jdbi(), Role.EDITOR);
        desk = Client.signedIn(app, Role.EDITOR);
        desk.get("/konto");
        contact("eltern-ag", "ansprech@example.org");
        contact("adebar-hamburg", "adebar@example.org");
        contact("mimi-mit-migranten-fuer-migranten", "alt@example.org");
        assertThat(confirm("--send")).isZero();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static int confirm(String... more) {
        List<String> arguments = new ArrayList<>(List.of("confirm", "--public-url=" + PUBLIC_URL));
        arguments.addAll(List.of(more));
        arguments.addAll(app.flags());
        return Main.commandLine(Map.of()).execute(arguments.toArray(String[]::new));
    }

    private static void contact(String practice, String email) {
        new ContactStore(jdbi(), Duration.ofDays(100))
                .save(
                        new PracticeId(practice),
                        new Contact(new Person("Alex Adler", email), ""),
                        false,
                        editor,
                        Doer.COMMAND);
    }

    /** All letters to that address. */
    private static List<String> letters(String email) {
        try (Stream<Path> files = Files.list(app.home().resolve(REPORT))) {
            return files.map(ConfirmCommandTest::read)
                    .filter(letter -> letter.startsWith("To: " + email + "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path of the link in the one letter to that address. */
    private static String link(String email) {
        List<String> letters = letters(email);
        assertThat(letters).hasSize(1);
        Matcher link = LINK.matcher(letters.getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static HttpResponse<String> answer(String path, Map<String, String> fields) {
        Matcher version = VERSION.matcher(app.get(path).body());
        Map<String, String> all = new HashMap<>(fields);
        all.put("stand", version.find() ? version.group(1) : "0");
        return new Client(app).post(path, all);
    }

    private static StoredPractice practice(String id) {
        return new PracticeStore(jdbi()).get(new PracticeId(id));
    }

    private static LocalDate today() {
        return LocalDate.now(App.CLOCK);
    }

    @Test
    void who_says_that_it_is_right_dates_it_and_the_link_is_used_up() {
        String path = link(People.email(Role.PROVIDER));
        long before = practice("schutzengel-flensburg").version();
        HttpResponse<String> page = app.get(path);
        assertThat(page.body()).contains("Schutzengel", "content=\"noindex\"", "Es ist beendet");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin");
        assertThat(app.get("/en" + path).body()).contains("Still right");
        assertThat(practice("schutzengel-flensburg").version()).isEqualTo(before);
        HttpResponse<String> foreign = TestApp.send(HttpRequest.newBuilder(URI.create(app.address() + path))
                .header("Origin", "https://anderswo.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("antwort=stimmt&stand=" + before))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(new Client(app)
                        .post(path, Map.of("antwort", "stimmt", "stand", "999"))
                        .body())
                .contains("wurde gerade geändert");

        HttpResponse<String> taken = answer(path, Map.of("antwort", "stimmt"));

        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue("/bestaetigt?antwort=right");
        StoredPractice after = practice("schutzengel-flensburg");
        assertThat(after.practice().provenance().confirmed()).isEqualTo(today());
        assertThat(after.version()).isEqualTo(before + 1);
        assertThat(app.get("/api/v1/practices/schutzengel-flensburg/revisions").body())
                .contains("\"confirmation\"");
        assertThat(app.get(path).statusCode()).isEqualTo(404);
        assertThat(answer(path, Map.of("antwort", "stimmt")).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_is_asked_twice_within_a_month() {
        assertThat(letters("adebar@example.org")).hasSize(1);
        assertThat(confirm("--send")).isZero();
        assertThat(letters("adebar@example.org")).hasSize(1);
        assertThat(confirm()).isZero();
    }

    @Test
    void what_has_changed_waits_for_the_office_as_a_working_copy_with_a_note() {
        String path = link("ansprech@example.org");
        assertThat(answer(path, Map.of("antwort", "geaendert", "text", "")).statusCode())
                .isEqualTo(422);
        assertThat(answer(path, Map.of("antwort", "geaendert", "text", "Jetzt auch in Halle."))
                        .statusCode())
                .isEqualTo(303);

        String draft = draft("eltern-ag");
        assertThat(desk.get(draft).body())
                .contains("Jetzt auch in Halle.", "Antwort auf die Nachfrage", "Änderung mitgeteilt");
        assertThat(desk.get("/verwaltung/bestaetigungen").body()).contains("etwas hat sich geändert");
        assertThat(desk.get("/verwaltung").body()).contains("Angebote sind zu bestätigen");
    }

    /** Path of the working copy, as the practice's own page names it. */
    private static String draft(String practice) {
        Matcher draft = Pattern.compile("/verwaltung/angebote/[0-9a-f-]{36}")
                .matcher(desk.get("/verwaltung/angebote/veroeffentlicht/" + practice)
                        .body());
        assertThat(draft.find()).isTrue();
        return draft.group();
    }

    @Test
    void what_has_ended_is_published_so_by_whoever_reviews_it() {
        String path = link("adebar@example.org");
        assertThat(answer(path, Map.of("antwort", "beendet", "seit", "1901")).statusCode())
                .isEqualTo(422);
        assertThat(answer(path, Map.of("antwort", "beendet", "seit", "03/2025")).statusCode())
                .isEqualTo(303);

        String draft = draft("adebar-hamburg");
        Matcher version = VERSION.matcher(desk.get(draft).body());
        assertThat(version.find()).isTrue();
        HttpResponse<String> published =
                desk.post(draft + "/veroeffentlichen", Map.of("stand", version.group(1), "note", ""));

        assertThat(published.statusCode()).isEqualTo(303);
        StoredPractice after = practice("adebar-hamburg");
        assertThat(Objects.toString(after.practice().period())).contains("2025-03");
        assertThat(after.practice().provenance().confirmed()).isEqualTo(today());
    }

    @Test
    void whoever_is_no_longer_the_contact_can_no_longer_answer() {
        String path = link("alt@example.org");
        assertThat(app.get(path).statusCode()).isEqualTo(200);

        contact("mimi-mit-migranten-fuer-migranten", "neu@example.org");

        assertThat(app.get(path).statusCode()).isEqualTo(404);
        assertThat(answer(path, Map.of("antwort", "stimmt")).statusCode()).isEqualTo(404);
    }

    @Test
    void letters_need_a_public_address() {
        List<String> arguments = new ArrayList<>(List.of("confirm", "--send"));
        arguments.addAll(app.flags());
        assertThat(Main.commandLine(Map.of()).execute(arguments.toArray(String[]::new)))
                .isEqualTo(Commands.REFUSED);
    }
}
