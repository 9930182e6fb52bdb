package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.web.Texts;

/** Whatever the audit log may say has words for people. */
final class DeedsTest {
    private static final Pattern ACTION = Pattern.compile(
            "\"((?:session|account|index|practice|import|contact|person|confirmation|vocabulary|fruitless|text|token)\\.[a-z_]+)\"");

    @Test
    void each_deed_in_the_program_has_a_text() throws IOException {
        Texts texts = Texts.load(Locale.GERMAN, Path.of("target", "no-own-texts"));
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> actions = files.filter(file -> file.toString().endsWith(".java"))
                    .map(DeedsTest::read)
                    .filter(source -> source.contains("new Deed("))
                    .flatMap(source -> ACTION.matcher(source).results())
                    .map((MatchResult found) -> "deed." + found.group(1))
                    .filter(key -> !Set.of("deed.account.password", "deed.person.title")
                            .contains(key))
                    .distinct()
                    .toList();

            assertThat(actions).hasSizeGreaterThan(10);
            assertThat(texts.keys()).containsAll(actions);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
