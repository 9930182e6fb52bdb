package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.problem.Refused;

class DatabaseAddressTest {
    @Test
    void its_text_names_the_place_and_never_the_password() {
        var address = new DatabaseAddress("jdbc:postgresql://db.example:5433/praxis", "anna", "secret");

        assertThat(address)
                .hasToString("DatabaseAddress[database \"praxis\" at db.example:5433, user=anna, password=***]");
    }

    @Test
    void its_text_leaves_out_a_password_in_the_url() {
        var address = new DatabaseAddress("jdbc:postgresql://db.example/praxis?user=anna&password=secret", "", "");

        assertThat(address.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://anna:secret@db.example/praxis",
                "jdbc:postgresql://anna:secret@db.example/praxis",
                "jdbc:mysql://db.example/praxis?password=secret",
                "jdbc:postgresql://db.example:port/praxis?password=secret",
                ""
            })
    void a_url_of_another_kind_is_refused_without_showing_it(String url) {
        assertThatThrownBy(() -> new DatabaseAddress(url, "anna", "secret"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/database")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql:praxis, database \"praxis\" at localhost:5432",
        "jdbc:postgresql://db.example/, database \"anna\" at db.example:5432",
        "jdbc:postgresql://[::1]:5433/praxis?ssl=true, database \"praxis\" at [::1]:5433",
        "'jdbc:postgresql://one:5432,two:5433/praxis', 'database \"praxis\" at one,two:5432,5433'",
    })
    void every_form_of_the_url_is_understood(String url, String place) {
        assertThat(new DatabaseAddress(url, "anna", "secret").place()).isEqualTo(place);
    }
}
