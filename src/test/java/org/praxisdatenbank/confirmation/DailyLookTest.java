package org.praxisdatenbank.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.account.Person;
import org.praxisdatenbank.contact.Contact;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.mail.Mail;
import org.praxisdatenbank.mail.Outbox;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.schedule.Recurring;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.web.Texts;

final class DailyLookTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<String> ASKED = List.of("eltern-ag", "adebar-hamburg", "schutzengel-flensburg");

    @TempDir
    private Path home;

    private final BlockingQueue<Mail> sent = new LinkedBlockingQueue<>();
    private final Outbox outbox = new Outbox() {
        @Override
        public void send(Mail mail) {
            sent.add(mail);
        }

        @Override
        public boolean reachesPeople() {
            return true;
        }
    };
    private TestDatabase database;
    private ContactStore contacts;
    private LetterStore kept;

    @BeforeEach
    void fill() {
        database = TestDatabase.create();
        new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT)
                .run(ImportSource.sample(), false, Progress.NONE);
        contacts = new ContactStore(database.database().jdbi(), YEAR);
        kept = new LetterStore(database.database().jdbi(), contacts);
        AccountId nobody =
                AccountId.parse("00000000-0000-4000-8000-000000000000").orElseThrow();
        ASKED.forEach(id -> contacts.save(
                new PracticeId(id),
                new Contact(new Person("Alex", "alex@example.org"), ""),
                false,
                nobody,
                Doer.COMMAND));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Letters letters() {
        return new Letters(
                new DueStore(database.database().jdbi()),
                kept,
                outbox,
                new Letters.Post(Texts.load(Locale.GERMAN, home), "https://praxis.example.org", Duration.ofDays(60)),
                Clock.systemUTC());
    }

    @Test
    void the_server_asks_by_itself_and_removes_what_has_expired() throws InterruptedException {
        database.database()
                .jdbi()
                .useHandle(db -> db.execute(
                        "UPDATE contact SET entered = now() - interval '2 days', expires = now() - interval '1 day'"
                                + " WHERE practice = 'eltern-ag'"));

        try (Recurring look = DailyLook.start(contacts, kept, letters(), true)) {
            assertThat(sent.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(sent.poll(30, TimeUnit.SECONDS)).isNotNull();
            assertThat(look).isNotNull();
        }

        assertThat(sent).isEmpty();
        int left = database.database().jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM contact")
                .mapTo(Integer.class)
                .one());
        assertThat(left).isEqualTo(2);
    }

    @Test
    void servers_that_look_at_once_send_one_letter_a_practice() throws Exception {
        List<Future<Integer>> looks = new ArrayList<>();
        try (ExecutorService servers = Executors.newFixedThreadPool(4)) {
            Callable<Integer> look = letters()::send;
            for (int server = 0; server < 4; server++) {
                looks.add(servers.submit(look));
            }
        }

        int told = 0;
        for (Future<Integer> look : looks) {
            told += look.get();
        }
        assertThat(told).isEqualTo(ASKED.size());
        assertThat(sent).hasSize(ASKED.size()).allSatisfy(mail -> assertThat(mail.text())
                .contains("https://praxis.example.org/bestaetigen/"));
    }
}
