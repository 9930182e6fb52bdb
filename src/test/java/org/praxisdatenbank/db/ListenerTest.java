package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final String LISTENING =
            " FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";

    private final Semaphore heard = new Semaphore(0);
    private TestDatabase test;

    @BeforeEach
    void create() {
        test = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        test.close();
    }

    private void assertHeard() throws InterruptedException {
        assertThat(heard.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void tell(Database database, String channel) {
        database.jdbi().useHandle(db -> db.execute("NOTIFY " + channel));
    }

    private long listening() {
        return test.database().jdbi().withHandle(db -> db.createQuery("SELECT count(*)" + LISTENING)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void what_the_channel_is_notified_of_is_heard() throws InterruptedException {
        try (Listener listener = test.database().listen("news", heard::release)) {
            assertHeard(); // it may have missed something before it listened
            tell(test.database(), "other");
            tell(test.database(), "news");
            assertHeard();
            assertThat(listener).isNotNull();
            assertThat(heard.availablePermits()).isZero();
        }
    }

    @Test
    void a_connection_that_was_cut_is_opened_again_and_that_is_heard() throws InterruptedException {
        try (Listener listener = test.database().listen("news", heard::release)) {
            assertHeard();
            assertThat(listener).isNotNull();
            test.database().jdbi().useHandle(db -> db.execute("SELECT pg_terminate_backend(pid)" + LISTENING));
            assertHeard();
            tell(test.database(), "news");
            assertHeard();
        }
    }

    @Test
    void closing_does_not_wait_for_news_and_gives_the_connection_back() throws Exception {
        Listener listener = test.database().listen("news", heard::release);
        assertHeard();

        listener.close();
        listener.close();

        Await.until("nobody listens", Duration.ofSeconds(20), () -> listening() == 0);
    }

    @Test
    void an_installed_postgresql_is_heard_too() throws IOException, InterruptedException {
        try (DebianPostgres postgres = DebianPostgres.start();
                Database database = Database.open(postgres.address(), 2);
                Listener listener = database.listen("news", heard::release)) {
            assertHeard();
            tell(database, "news");
            assertHeard();
            assertThat(listener).isNotNull();
        }
    }
}
