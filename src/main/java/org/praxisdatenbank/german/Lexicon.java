package org.praxisdatenbank.german;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/**
 * Base forms of German words, from the german-pos-dict of the LanguageTool project. Words are given and answered in
 * lower case, for a query rarely says more. Safe for use by any thread.
 */
final class Lexicon {
    private static final String DATA = "/org/languagetool/resource/de/german.dict";

    /** In this order; a noun is what most words of a query are. */
    private static final List<Kind> KINDS = List.of(
            new Kind(true, tag -> tag.startsWith("SUB") && !tag.contains(":ADJ") && !tag.contains(":INF")),
            new Kind(false, tag -> tag.startsWith("ADJ")),
            new Kind(false, tag -> tag.startsWith("PA2")),
            new Kind(false, tag -> tag.startsWith("VER")),
            new Kind(true, tag -> tag.startsWith("EIG")),
            new Kind(false, tag -> true),
            new Kind(true, tag -> true));

    private final DictionaryLookup lookup;

    Lexicon() {
        URL data = Objects.requireNonNull(Lexicon.class.getResource(DATA), DATA);
        try {
            lookup = new DictionaryLookup(Dictionary.read(data));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the German dictionary", e);
        }
    }

    /** The base form; of a woman's name of a profession that of the man's, so that both meet. Empty: not known. */
    Optional<String> base(String word) {
        return Spelling.candidates(word).stream()
                .flatMap(this::known)
                .findFirst()
                .map(this::withoutGender);
    }

    /** The base form among nouns, with the gender it has; empty: no noun. */
    Optional<String> noun(String word) {
        return bases(word, readings(capitalised(word)), KINDS.getFirst()).findFirst();
    }

    /** Both spellings are looked up once, whatever kind the word turns out to be. */
    private Stream<String> known(String word) {
        List<Reading> small = readings(word);
        List<Reading> capital = readings(capitalised(word));
        return KINDS.stream()
                .flatMap(kind -> bases(word, kind.isCapitalised() ? capital : small, kind))
                .limit(1);
    }

    /** The word itself first, where it is a base form. */
    private static Stream<String> bases(String word, List<Reading> readings, Kind kind) {
        List<String> bases = new ArrayList<>();
        for (Reading reading : readings) {
            if (kind.is().test(reading.tag()) && !bases.contains(reading.base())) {
                bases.add(reading.base().equals(word) ? 0 : bases.size(), reading.base());
            }
        }
        return bases.stream();
    }

    private synchronized List<Reading> readings(String word) {
        return lookup.lookup(word).stream()
                .filter(found -> found.getStem() != null && found.getTag() != null)
                .map(found ->
                        new Reading(lowerCase(found.getStem()), found.getTag().toString()))
                .toList();
    }

    /** {@code ärztin} as {@code arzt}, {@code kundin} as {@code kunde}; {@code medizin} stays, no man's name is in it. */
    private String withoutGender(String base) {
        if (!base.endsWith("in") || !isNoun(base, "FEM")) {
            return base;
        }
        String stem = base.substring(0, base.length() - "in".length());
        String plain = stem.replace('ä', 'a').replace('ö', 'o').replace('ü', 'u');
        return Stream.of(stem, stem + "e", plain, plain + "e")
                .filter(man -> isNoun(man, "MAS"))
                .findFirst()
                .orElse(base);
    }

    private boolean isNoun(String base, String gender) {
        return readings(capitalised(base)).stream()
                .anyMatch(reading -> reading.tag().startsWith("SUB:NOM:SIN:" + gender)
                        && reading.base().equals(base));
    }

    private static String lowerCase(CharSequence base) {
        return base.toString().toLowerCase(Locale.GERMAN);
    }

    private static String capitalised(String word) {
        int first = word.offsetByCodePoints(0, Math.min(1, word.length()));
        return word.substring(0, first).toUpperCase(Locale.GERMAN) + word.substring(first);
    }

    /** @param base in lower case */
    private record Reading(String base, String tag) {}

    /** Which tags, and whether such words are written with a capital. */
    private record Kind(boolean isCapitalised, Predicate<String> is) {}
}
