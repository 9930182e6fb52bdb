package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class HelpTest {

    @Test
    void a_correction_that_could_not_be_asked_is_dropped() {
        Help help = new Help(new Correction("kinder", 3), List.of());
        assertThat(help.within(6)).isEqualTo(help);
        assertThat(help.within(5)).isEqualTo(Help.NOTHING);
    }
}
