package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.token.TokenApi;

/** What the audit log has of people who come in, leave, or fail to come in. */
final class BoundedAuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        List.of(Role.EDITOR, Role.OFFICE).forEach(role -> People.add(jdbi(), role));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Jdbi jdbi() {
        return app.database().database().jdbi();
    }

    private static String id(String email) {
        return new AccountStore(jdbi()).find(email).orElseThrow().id().toString();
    }

    /** What was done to an account, or to nobody in particular: latest last. */
    private static List<String> deeds(String subject) {
        return jdbi().withHandle(db -> db.createQuery(
                        "SELECT concat_ws(' ', action, detail) FROM audit_entry WHERE coalesce(subject, '') = :subject"
                                + " AND action ~ 'refused|requested|left' ORDER BY number")
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }

    private static void fail(String email) {
        new Client(app).post("/anmelden", Map.of("email", email, "password", "falsch falsch falsch"));
    }

    @Test
    void whoever_is_not_let_in_is_an_entry_with_the_account_that_they_wanted() {
        for (int more = 0; more < 6; more++) {
            fail("office@example.org");
        }

        assertThat(deeds(id("office@example.org")))
                .contains("session.refused password", "session.refused password later")
                .hasSizeLessThan(6);
    }

    @Test
    void a_name_that_nobody_has_is_kept_nowhere() {
        fail("geheim@example.org");

        assertThat(deeds("")).contains("session.refused password");
        boolean isKept = jdbi().withHandle(
                        db -> db.createQuery("SELECT bool_or(audit_entry::text LIKE '%geheim%') FROM audit_entry")
                                .mapTo(Boolean.class)
                                .one());
        assertThat(isKept).isFalse();
    }

    @Test
    void signing_out_is_an_entry_and_only_of_somebody_who_was_signed_in() {
        long before = deeds("").stream().filter("session.left"::equals).count();
        Client client = Client.signedIn(app, Role.EDITOR);
        client.post("/abmelden", Map.of());
        client.post("/abmelden", Map.of());

        assertThat(deeds("").stream().filter("session.left"::equals)).hasSize((int) before + 1);
    }

    @Test
    void a_wrong_present_password_is_an_entry() {
        Client client = Client.signedIn(app, Role.EDITOR);
        client.get("/konto");
        client.post("/konto/zweiter-faktor/entfernen", Map.of("present_factor", "falsch"));

        assertThat(deeds(id("editor@example.org"))).contains("session.refused present");
    }

    @Test
    void asking_for_a_link_is_an_entry() {
        new Client(app).post("/anmelden/vergessen", Map.of("email", "office@example.org"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!deeds(id("office@example.org")).contains("account.link_requested")) {
            assertThat(System.nanoTime()).as("it is written in the background").isLessThan(end);
        }
    }

    @Test
    void a_token_that_does_not_hold_is_an_entry_and_none_at_all_is_not() {
        app.get(TokenApi.ROOT + "/index");
        assertThat(deeds("")).doesNotContain("token.refused");

        HttpResponse<String> answer = app.get(TokenApi.ROOT + "/index", "Authorization", "Bearer pdb_x");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(deeds("")).contains("token.refused");
    }

    @Test
    void nobody_can_fill_the_log() {
        AtomicLong now = new AtomicLong(Duration.ofMinutes(7).toMillis());
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        BoundedAudit audit = new BoundedAudit(new AuditStore(jdbi()), clock);
        Deed deed = new Deed("session.refused", null, "flood");
        for (int times = 0; times < 3; times++) {
            audit.add(new Doer(null, "192.0.2.0"), deed);
        }
        assertThat(deeds("")).filteredOn("session.refused flood"::equals).hasSize(1);
        for (int network = 0; network < 100; network++) {
            audit.add(new Doer(null, "198.51." + network + ".0"), deed);
        }
        assertThat(deeds("")).filteredOn("session.refused flood"::equals).hasSize(BoundedAudit.MOST);

        now.addAndGet(Duration.ofMinutes(1).toMillis());
        audit.add(new Doer(null, "192.0.2.0"), deed);
        assertThat(deeds("")).filteredOn("session.refused flood"::equals).hasSize(BoundedAudit.MOST + 1);
    }
}
