package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people type, as it is kept. */
final class TypedTest {
    @Test
    void what_nobody_sees_and_no_database_holds_is_left_out() {
        assertThat(Typed.clean(" a\u0000b\ud800c\r\n\td\u0007 ")).isEqualTo("abc\n d");
        assertThat(Typed.line("eins\r\n  zwei")).isEqualTo("eins zwei");
    }

    @Test
    void a_sign_of_two_halves_counts_once() {
        assertThat(Typed.length("a🌻")).isEqualTo(2);
    }
}
