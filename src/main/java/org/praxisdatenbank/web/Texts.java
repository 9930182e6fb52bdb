package org.praxisdatenbank.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * What people read, from {@code texts_de.properties} and {@code texts_en.properties} (UTF-8, patterns of
 * {@link MessageFormat}); immutable.
 */
public final class Texts {
    private final Locale language;
    private final Map<String, String> patterns = new HashMap<>();

    private Texts(Locale language) {
        this.language = language;
    }

    /**
     * Reads the texts of that language from the class path, and over them those of a file of the same name in the
     * operator's folder, where there is one: imprint, contact, notices.
     */
    public static Texts load(Locale language, Path ownTexts) {
        Texts texts = builtIn(language);
        Path own = ownTexts.resolve(texts.name());
        try {
            if (Files.exists(own)) {
                try (InputStream theirs = Files.newInputStream(own)) {
                    texts.read(theirs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + own, e);
        }
        return texts;
    }

    /** Those of the class path alone. */
    public static Texts builtIn(Locale language) {
        Texts texts = new Texts(language);
        texts.readBuiltIn();
        return texts;
    }

    private String name() {
        return "texts_" + language.getLanguage() + ".properties";
    }

    private void readBuiltIn() {
        String name = name();
        try (@Nullable InputStream ours = Texts.class.getResourceAsStream("/" + name)) {
            read(Objects.requireNonNull(ours, name + " is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private void read(InputStream file) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        properties.forEach((key, pattern) -> patterns.put(String.valueOf(key), String.valueOf(pattern)));
    }

    /**
     * The text with the arguments put in; numbers come out in the language's form.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(pattern(key), language).format(arguments);
    }

    /** The same with what else is said put in. */
    public String get(Said said) {
        return get(
                said.key(),
                said.arguments().stream()
                        .map(argument -> argument instanceof Said inner ? get(inner) : argument)
                        .toArray());
    }

    String pattern(String key) {
        @Nullable String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return pattern;
    }

    public Locale language() {
        return language;
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(patterns.keySet());
    }
}
