package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.problem.Refused;

class DatabaseTest {
    private TestDatabase test;

    @TempDir
    private Path migrations;

    @BeforeEach
    void create() {
        test = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        test.close();
    }

    private String ask(String query) {
        return ask(test.database(), query);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String ask(Database database, String query) {
        return database.jdbi()
                .withHandle(db -> db.createQuery(query).mapTo(String.class).one());
    }

    private String migrationFile(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
        return "filesystem:" + migrations;
    }

    @Test
    void what_fails_is_told_without_what_was_bound_to_it_or_stands_in_the_row() {
        Jdbi jdbi = test.database().jdbi();
        jdbi.useHandle(db -> db.execute("CREATE TABLE person (email text PRIMARY KEY)"));

        assertThatThrownBy(() -> jdbi.useHandle(db -> {
                    for (int twice = 0; twice < 2; twice++) {
                        db.createUpdate("INSERT INTO person VALUES (:email)")
                                .bind("email", "kim@example.org")
                                .execute();
                    }
                }))
                .hasMessageContaining("person_pkey")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("kim@example.org"));
    }

    @Test
    void sessions_think_in_utc() {
        assertThat(ask("SHOW TimeZone")).isEqualTo("UTC");
    }

    @Test
    void sessions_name_the_program() {
        assertThat(ask("SHOW application_name")).isEqualTo("praxisdatenbank");
    }

    @Test
    void instants_come_back_as_they_went_in() {
        Instant instant = Instant.parse("2026-03-29T01:30:00Z");

        Instant back = test.database().jdbi().withHandle(db -> db.createQuery("SELECT cast(:i AS timestamptz)")
                .bind("i", instant)
                .mapTo(Instant.class)
                .one());

        assertThat(back).isEqualTo(instant);
    }

    @Test
    void lower_case_knows_umlauts() {
        assertThat(ask("SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
    }

    @Test
    void german_order_is_there_for_who_asks() {
        assertThat(ask("SELECT string_agg(t, '' ORDER BY t COLLATE \"de-x-icu\") FROM unnest('{z,ä,b,a}'::text[]) t"))
                .isEqualTo("aäbz");
    }

    @Test
    void the_program_is_no_superuser() {
        assertThat(ask("SHOW is_superuser")).isEqualTo("off");
    }

    @Test
    void migrating_twice_changes_nothing() {
        test.database().migrate();
        test.database().migrate();

        assertThat(test.database().isReachable()).isTrue();
    }

    @Test
    void a_failing_migration_is_refused_with_the_database_and_the_error() throws IOException {
        String location = migrationFile("V001__broken.sql", "CREATE TABLE t (a integr);");

        assertThatThrownBy(() -> Migrations.apply(fresh(), location, Migrations.LATEST))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("127.0.0.1", "integr", "V001__broken.sql")
                .hasMessageNotContaining(test.address().password());
    }

    @Test
    void tables_of_a_newer_program_are_refused() throws IOException {
        String location = migrationFile("V001__one.sql", "CREATE TABLE one (a integer);");
        migrationFile("V002__two.sql", "CREATE TABLE two (a integer);");
        DatabaseAddress address = fresh();
        Migrations.apply(address, location, Migrations.LATEST);
        Files.delete(migrations.resolve("V002__two.sql"));

        assertThatThrownBy(() -> Migrations.apply(address, location, Migrations.LATEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("are not what this program made of them");
    }

    // Without the real migrations, whose history would be refused as unknown.
    private DatabaseAddress fresh() {
        test.database().jdbi().useHandle(db -> db.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
        return test.address();
    }

    @Test
    void a_closed_pool_is_not_reachable() {
        test.database().close();

        assertThat(test.database().isReachable()).isFalse();
    }

    @Test
    void a_busy_pool_is_not_reachable_after_a_second() {
        try (Database small = Database.open(test.address(), 1)) {
            small.jdbi().useHandle(db -> {
                db.execute("SELECT 1");
                long begin = System.nanoTime();
                assertThat(small.isReachable()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
            });
        }
    }

    @Test
    void each_test_has_a_database_of_its_own() {
        test.database().jdbi().useHandle(db -> db.execute("CREATE TABLE mine (a integer)"));

        try (TestDatabase other = TestDatabase.create()) {
            assertThat(ask(other.database(), "SELECT count(to_regclass('mine'))"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_wrong_password_is_refused_and_not_shown() {
        var wrong = new DatabaseAddress(test.address().jdbcUrl(), test.address().user(), "wrong-secret");

        assertThatThrownBy(() -> Database.open(wrong, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("does not accept this user with this password")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void a_missing_database_is_refused_by_its_name() {
        var missing = new DatabaseAddress(
                test.address().jdbcUrl() + "x",
                test.address().user(),
                test.address().password());

        assertThatThrownBy(() -> Database.open(missing, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no database of this name");
    }

    @Test
    void a_server_that_is_not_there_is_refused_by_its_place() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/praxis", "anna", "secret");

        assertThatThrownBy(() -> Database.open(nowhere, 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("database \"praxis\" at 127.0.0.1:" + port)
                .hasMessageContaining("nothing answers there")
                .hasMessageNotContaining("secret");
    }
}
