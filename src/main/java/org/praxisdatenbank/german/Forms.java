package org.praxisdatenbank.german;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Base and stem of single words: what {@code forms.tsv} says, else the {@link Lexicon}, else the endings. Safe for use
 * by any thread.
 */
final class Forms {
    private final Lexicon lexicon;
    private final Map<String, String> bases = new HashMap<>();
    private final Set<String> kept = new HashSet<>();

    Forms(Lexicon lexicon) {
        this.lexicon = lexicon;
        Table.read("forms.tsv", 2).forEach(row -> {
            String base = Spelling.lowerCase(row.get(1));
            bases.put(Spelling.lowerCase(row.get(0)), base);
            if (Spelling.lowerCase(row.get(0)).equals(base)) {
                kept.add(base);
            }
        });
    }

    /** Lower case; empty where no list knows the word. */
    Optional<String> base(String word) {
        Optional<String> own = Spelling.candidates(word).stream()
                .filter(bases::containsKey)
                .findFirst()
                .map(bases::get);
        return own.isPresent() ? own : lexicon.base(word);
    }

    /** Of an unknown word that ends in the link between parts ({@code gesundheits}) the noun before it. */
    String baseWithoutLink(String word) {
        return Optional.of(word)
                .filter(linked -> linked.endsWith("s"))
                .map(linked -> linked.substring(0, linked.length() - 1))
                .filter(noun -> lexicon.noun(noun).isPresent())
                .orElse(word);
    }

    /** The base form of a noun; empty: no noun that the lists know. */
    Optional<String> noun(String word) {
        return lexicon.noun(word);
    }

    /**
     * What all forms of a word have in common, in normal form. A base that the list keeps loses no ending, nor does a
     * noun that ends in {@code er}, unless it is declined like an adjective: {@code Bürger} is no {@code Burg}.
     */
    String stemOfBase(String base) {
        String normal = Spelling.normal(base);
        return kept.contains(base) || isNounInEr(base) ? normal : Spelling.stem(normal);
    }

    private boolean isNounInEr(String base) {
        return base.endsWith("er")
                && isNounFor(base, base)
                && !isNounFor(base.substring(0, base.length() - 1) + "n", base);
    }

    /** {@code ehrenamtlichen} is a form of {@code ehrenamtlicher}, as an adjective would be: its ending is one. */
    private boolean isNounFor(String form, String base) {
        return lexicon.noun(form).filter(base::equals).isPresent();
    }
}
