package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Tests of outages rest on this. */
final class RelayTest {
    @Test
    void it_can_come_back_as_soon_as_it_has_gone_away() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Relay relay = Relay.to(database.address())) {
            DatabaseAddress through = relay.through(database.address());
            for (int i = 0; i < 20; i++) {
                try (Connection connection = connect(through)) {
                    relay.goAway();
                    assertThat(connection.isValid(1)).isFalse();
                }
                relay.comeBack();
            }
            relay.goAway();
            assertThatThrownBy(() -> connect(through)).hasMessageContaining("refused");
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
