package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExternalPostgresTest {
    @Test
    void an_installed_postgresql_is_migrated_and_used() throws IOException {
        try (DebianPostgres postgres = DebianPostgres.start();
                Database database = Database.open(postgres.address(), 2)) {
            database.migrate();

            int applied = database.jdbi()
                    .withHandle(db -> db.createQuery("SELECT count(*) FROM flyway_schema_history WHERE NOT success")
                            .mapTo(Integer.class)
                            .one());

            assertThat(applied).isZero();
        }
    }
}
