package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void the_settings_table_is_that_of_the_program() throws Exception {
        List<String> rows = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("| `PRAXIS_"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Setting.values()).map(ReadmeTest::row).toList());
    }

    private static String row(Setting setting) {
        String initial = setting.initial().isEmpty() ? "unset" : "`" + setting.initial() + "`";
        return "| `%s` | `%s` | %s | %s |".formatted(setting.variable(), setting.flag(), initial, setting.meaning());
    }

    @Test
    void the_commands_are_those_of_the_program() throws Exception {
        String readme = Files.readString(README);
        assertThat(Main.commandLine(java.util.Map.of()).getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("| `" + command));
    }

    @Test
    void the_build_that_lands_runs_the_test_command_that_readme_tells() throws Exception {
        assertThat(Files.readString(README)).contains("\nmvn verify\n");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("\nmvn -B -ntp verify\n");
    }
}
