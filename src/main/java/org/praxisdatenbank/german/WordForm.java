package org.praxisdatenbank.german;

import java.util.List;

/**
 * What one word is to a search.
 *
 * @param normal its one spelling, see {@link Spelling#normal}
 * @param base dictionary form in lower case with umlauts; of an unknown word the word itself
 * @param stem what its forms have in common, in normal form
 * @param parts of a compound, in their order; of any other word none
 */
public record WordForm(String normal, String base, String stem, List<Part> parts) {
    public WordForm {
        parts = List.copyOf(parts);
    }

    /** The stems of the parts; of a word that is no compound its own. */
    public List<String> partStems() {
        return parts.isEmpty()
                ? List.of(stem)
                : parts.stream().map(Part::stem).distinct().toList();
    }

    /**
     * A word within a word.
     *
     * @param base dictionary form, likewise
     * @param stem likewise
     * @param start where it begins, in chars of the word
     * @param end where it ends, exclusive; a link between parts belongs to none
     */
    public record Part(String base, String stem, int start, int end) {}
}
