package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void each_command_is_reached_by_the_name_that_its_help_shows() {
        assertThat(Main.commandLine(Map.of()).getSubcommands())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        (name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
    }
}
