package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static List<String> shipped() {
        return History.shipped(Migrations.FOLDER).migrations();
    }

    private List<String> applied() throws SQLException {
        try (Connection connection = Server.connect(database.address())) {
            return History.of(connection).migrations();
        }
    }

    private void execute(String sql) {
        database.database().jdbi().useHandle(db -> db.execute(sql));
    }

    @Test
    void what_flyway_has_applied_is_what_is_shipped() throws SQLException {
        assertThat(applied()).isEqualTo(shipped()).isNotEmpty();
    }

    @Test
    void a_failed_or_changed_migration_is_another_one() throws SQLException {
        execute("UPDATE flyway_schema_history SET success = false WHERE installed_rank = 1");
        execute("UPDATE flyway_schema_history SET checksum = 1 WHERE installed_rank = 2");
        assertThat(applied())
                .doesNotContain(shipped().get(0), shipped().get(1))
                .endsWith(shipped().getLast());
    }

    @Test
    void a_database_without_tables_has_none() throws SQLException {
        execute("DROP TABLE flyway_schema_history");
        assertThat(applied()).isEmpty();
    }
}
