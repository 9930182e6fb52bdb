package org.praxisdatenbank.search;

/**
 * How much one request may ask for.
 *
 * @param textCharacters longest query text, in Unicode characters
 * @param pageSize most hits on one page
 * @param depth most hits that can be reached by page numbers; beyond, a cursor leads on
 */
public record SearchLimits(int textCharacters, int pageSize, int depth) {
    public static final SearchLimits DEFAULT = new SearchLimits(1_000, 100, 10_000);

    public SearchLimits {
        if (textCharacters < 1 || pageSize < 1 || depth < pageSize) {
            throw new IllegalArgumentException("limits must be positive, and the depth at least one page");
        }
    }
}
