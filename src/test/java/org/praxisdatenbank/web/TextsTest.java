package org.praxisdatenbank.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources and the texts know the same keys. A key that is put together begins or ends as a literal in Java or jte. */
final class TextsTest {
    private static final Path NO_OWN_TEXTS = Path.of("target", "no-own-texts");
    private static final Texts GERMAN = Texts.load(Locale.GERMAN, NO_OWN_TEXTS);
    private static final Texts ENGLISH = Texts.load(Locale.ENGLISH, NO_OWN_TEXTS);
    private static final String SOURCES = sources();

    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:\\btext|exts\\.get|english\\.get)\\(\\s*\"([a-z][^\"]*\\.[^\"]*)\"(\\s*\\+)?");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9_./-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".jte"))
                    .map(TextsTest::content)
                    .collect(joining("\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading the sources", e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading " + file, e);
        }
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(GERMAN.keys());
    }

    @Test
    void both_languages_use_the_same_arguments() {
        Set<String> different = new TreeSet<>();
        for (String key : GERMAN.keys()) {
            if (!placeholders(GERMAN, key).equals(placeholders(ENGLISH, key))) {
                different.add(key);
            }
        }
        assertThat(different).isEmpty();
    }

    private static Set<String> placeholders(Texts texts, String key) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER
                .matcher(texts.pattern(key))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    @Test
    void every_key_that_the_sources_ask_for_exists() {
        Set<String> missing = new TreeSet<>();
        ASKED_FOR.matcher(SOURCES).results().forEach(call -> {
            boolean isBeginning = call.group(2) != null;
            String key = call.group(1);
            if (isBeginning
                    ? GERMAN.keys().stream().noneMatch(known -> known.startsWith(key))
                    : !GERMAN.keys().contains(key)) {
                missing.add(key);
            }
        });
        assertThat(missing).isEmpty();
    }

    /** Refusals carry their key as a value, so the calls above do not show it. */
    @Test
    void every_refusal_has_its_sentence() {
        Set<String> missing = new TreeSet<>();
        LITERAL.matcher(SOURCES)
                .results()
                .map(literal -> literal.group(1))
                .filter(key -> key.startsWith("problem.") && !key.endsWith("."))
                .filter(key -> !GERMAN.keys().contains(key))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_is_used() {
        Set<String> literals = new TreeSet<>();
        LITERAL.matcher(SOURCES).results().map(literal -> literal.group(1)).forEach(literals::add);
        Set<String> unused = new TreeSet<>(GERMAN.keys());
        unused.removeIf(key -> isUsed(key, literals));
        assertThat(unused).isEmpty();
    }

    /** As it is, or put together: {@code "problem." + kind + ".title"}, {@code name + ".title"}. */
    private static boolean isUsed(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String beginning = key.substring(0, dot);
            if (literals.contains(beginning + ".")
                    || (literals.contains(beginning) && literals.contains(key.substring(dot)))) {
                return true;
            }
        }
        return key.startsWith("nav.") && literals.contains("/" + key.substring("nav.".length()));
    }

    @Test
    void an_operator_replaces_single_texts(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("texts_de.properties"), "operator.name=Gesundheitsamt Musterstadt\n");
        Texts texts = Texts.load(Locale.GERMAN, home);
        assertThat(texts.get("operator.name")).isEqualTo("Gesundheitsamt Musterstadt");
        assertThat(texts.get("operator.email")).isEqualTo(GERMAN.get("operator.email"));
    }
}
