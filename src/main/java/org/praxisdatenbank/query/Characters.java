package org.praxisdatenbank.query;

/** The parts that characters play in a query text. */
final class Characters {
    /** Straight and typographic quotes; any of them ends what any of them began. */
    private static final String QUOTES = "\"„“”‟«»‹›＂";

    /** Punctuation that is no part of a word at its edges; between letters and digits it is: {@code 1,5}, {@code 3–6}. */
    private static final String EDGES = ",;.!:…–—";

    /** White space for people, letters of no width for {@link Character}. */
    private static final String UNSEEN_SPACES = "\u200B\uFEFF";

    private Characters() {}

    static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    static boolean isEdge(char c) {
        return EDGES.indexOf(c) >= 0;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || UNSEEN_SPACES.indexOf(c) >= 0;
    }

    /** Whether it is more than punctuation. */
    static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Without punctuation at its end: behind a question a question mark is no wildcard. */
    static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && (isEdge(word.charAt(end - 1)) || word.charAt(end - 1) == '?')) {
            end--;
        }
        return word.substring(0, end);
    }
}
