package org.praxisdatenbank.german;

import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes compounds apart: as {@code compounds.tsv} says, else with jWordSplitter in its strict mode, which leaves a word
 * whole unless it consists of known words only. Safe for use by any thread.
 */
final class Compounds {
    private static final int SHORTEST_PART = 3;
    /** Taking apart takes longer than linear in the length; longer words are not taken apart. */
    private static final int LONGEST = 50;

    private static final Pattern WOMAN = Pattern.compile("(.{4,})in(nen)?");
    private static final Pattern ADJECTIVE_WITHOUT = Pattern.compile("los(e[nmrs]?)?");
    /** That a form may add to its base. */
    static final List<String> ENDINGS = List.of("n", "s", "en", "e", "es", "er", "ern");

    private static final List<String> LINKS = List.of("s", "n", "en", "es", "er", "e");

    private final Forms forms;
    private final GermanWordSplitter splitter;
    private final Map<String, List<String>> own = new HashMap<>();

    /** @param words of which a compound may consist, in lower case */
    Compounds(Forms forms, Set<String> words) {
        this.forms = forms;
        Table.read("compounds.tsv", 2).forEach(row -> own.put(row.get(0), listed(row.get(1))));
        try {
            splitter = new GermanWordSplitter(true, words);
            splitter.setStrictMode(true);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the exceptions of jWordSplitter", e);
        }
    }

    private static List<String> listed(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\+"));
    }

    /** The base forms of its parts, in their order; empty for a word that is no compound. In lower case. */
    List<String> parts(String word) {
        return Spelling.candidates(word).stream()
                .map(this::split)
                .filter(parts -> parts.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private List<String> split(String word) {
        @Nullable List<String> known = known(word);
        if (known != null) {
            return known;
        }
        if (word.length() > LONGEST) {
            return List.of();
        }
        List<String> pieces = pieces(forms.base(word).orElse(word)); // all forms of a word have the same parts
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            String piece = pieces.get(index);
            boolean isLast = index == pieces.size() - 1;
            @Nullable List<String> inner = known(piece);
            if (inner == null || inner.isEmpty()) {
                parts.add(isLast ? base(piece) : baseBeforeOthers(piece));
            } else {
                parts.addAll(inner);
            }
        }
        return parts;
    }

    /** As the own list says of the word or its base form; null: nothing. */
    private @Nullable List<String> known(String word) {
        return Stream.of(
                        Stream.of(word),
                        forms.base(word).stream(),
                        ENDINGS.stream()
                                .filter(word::endsWith)
                                .map(ending -> word.substring(0, word.length() - ending.length())))
                .flatMap(spellings -> spellings)
                .filter(own::containsKey)
                .findFirst()
                .map(own::get)
                .orElse(null);
    }

    /** As they stand in the word, without links where the splitter knows them; one where it is no compound. */
    private List<String> pieces(String word) {
        List<String> pieces = splitWithoutSuffixes(word);
        if (pieces.size() > 1 && !pieces.getLast().equals("innen")) {
            return pieces.stream().allMatch(piece -> piece.length() >= SHORTEST_PART) ? pieces : List.of(word);
        }
        Matcher woman = WOMAN.matcher(word);
        return !woman.matches()
                ? pieces
                : Stream.of(woman.group(1), woman.group(1) + "e")
                        .map(this::splitWithoutSuffixes)
                        .filter(split -> split.size() > 1)
                        .findFirst()
                        .orElse(List.of(word));
    }

    /** The parts that the splitter finds; {@code wohnung, losen} is one. */
    private List<String> splitWithoutSuffixes(String word) {
        List<String> joined = new ArrayList<>();
        for (String piece : splitter.splitWord(word)) {
            if (!joined.isEmpty() && ADJECTIVE_WITHOUT.matcher(piece).matches()) {
                String before = joined.removeLast();
                joined.add(word.contains(before + "s" + piece) ? before + "s" + piece : before + piece);
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private String base(String piece) {
        return forms.base(piece).orElse(piece);
    }

    /** Before other parts a word may carry a link ({@code berufs}) or have lost its end ({@code schul}). */
    private String baseBeforeOthers(String piece) {
        return Stream.of(
                        Stream.of(piece),
                        LINKS.stream()
                                .filter(piece::endsWith)
                                .map(link -> piece.substring(0, piece.length() - link.length())),
                        Stream.of(piece + "e"))
                .flatMap(spellings -> spellings)
                .filter(spelling -> forms.noun(spelling).isPresent())
                .findFirst()
                .map(this::base)
                .orElseGet(() -> base(piece));
    }
}
