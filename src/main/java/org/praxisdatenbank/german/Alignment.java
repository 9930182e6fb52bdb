package org.praxisdatenbank.german;

/** Finds the base form of a part in the compound that it stands in. */
final class Alignment {
    private static final int TELLING = 3;

    private Alignment() {}

    record Span(int start, int end) {}

    /** The first place from an index on that begins as the base form does; where none does, the rest of the word. */
    static Span of(String word, String base, int from) {
        for (int start = from; start < word.length(); start++) {
            int common = common(word, start, base);
            if (common >= Math.min(TELLING, base.length())) {
                return new Span(start, start + common);
            }
        }
        return new Span(Math.min(from, word.length() - 1), word.length());
    }

    /** The last place that begins as the base form does; -1: none. */
    static int lastStart(String word, String base) {
        for (int start = word.length() - 1; start > 0; start--) {
            if (common(word, start, base) >= Math.min(TELLING, base.length())) {
                return start;
            }
        }
        return -1;
    }

    /** How many letters of the word agree from there on; umlauts count as their letters ({@code mütter}, {@code mutter}). */
    private static int common(String word, int start, String base) {
        int at = start;
        for (int index = 0; index < base.length() && at < word.length(); index++) {
            char letter = base.charAt(index);
            if (plain(word.charAt(at)) != plain(letter)) {
                break;
            }
            boolean isWrittenOut =
                    plain(letter) != letter && word.charAt(at) == plain(letter) && word.startsWith("e", at + 1);
            at += isWrittenOut ? 2 : 1;
        }
        return at - start;
    }

    private static char plain(char letter) {
        return switch (letter) {
            case 'ä' -> 'a';
            case 'ö' -> 'o';
            case 'ü' -> 'u';
            default -> letter;
        };
    }
}
