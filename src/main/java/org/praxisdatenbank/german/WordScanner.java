package org.praxisdatenbank.german;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words of a text. Total: every text has words or none.
 *
 * <p>A word is a row of letters, digits and marks. Hyphens between such rows join them to one word, as does a capital
 * that begins a word within a word; points and commas
 * hold digits together; soft hyphens and apostrophes within a word are nothing; so is the mark of a gender form
 * ({@code * : _ · / /-} or brackets) where {@code in} or {@code innen} follows.
 */
final class WordScanner {
    /** Longer rows are cut; no word of any language is longer, and an index has its limit. */
    private static final int LONGEST = 255;

    private static final int SHORTEST_BEFORE_CAPITAL = 3;

    private static final String HYPHENS = "-\u2010\u2011";
    private static final String NOTHING = "\u00AD\u200B\u200C\u200D\u2060";
    private static final String APOSTROPHES = "'’ʼ";
    private static final String GENDER_MARKS = "*:_·/(";

    private final String text;
    private final List<Written> words = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private StringBuilder letters = new StringBuilder();
    private final int[] starts = new int[LONGEST + 8];
    private final int[] ends = new int[LONGEST + 8];
    private int at;

    WordScanner(String text) {
        this.text = text;
    }

    List<Written> words() {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int width = Character.charCount(point);
            if (isOfWord(point)) {
                letter(point, width);
            } else if (letters.isEmpty() || !isPassedOver(text.charAt(at))) {
                between(text.charAt(at));
            } else {
                at++;
            }
        }
        endWord();
        return words;
    }

    private void letter(int point, int width) {
        if (Character.isIdeographic(point) || letters.length() >= LONGEST) {
            endWord();
        }
        if (beginsWithin(point)) {
            endPiece();
        }
        int composed = composed(point, width);
        int start = at;
        at += width;
        if (composed != point) {
            at++;
        }
        for (char part : Character.toChars(composed)) {
            starts[letters.length()] = start;
            ends[letters.length()] = at;
            letters.append(part);
        }
        if (Character.isIdeographic(point)) {
            endWord();
        }
    }

    /** Whether a capital begins a word within a word ({@code dieKümmerei}); in {@code SchülerInnen} it does not. */
    private boolean beginsWithin(int point) {
        return Character.isUpperCase(point)
                && letters.length() >= SHORTEST_BEFORE_CAPITAL
                && Character.isLowerCase(letters.charAt(letters.length() - 1))
                && at + 2 < text.length()
                && Character.isLowerCase(text.charAt(at + 1))
                && Character.isLowerCase(text.charAt(at + 2))
                && !text.startsWith("Innen", at);
    }

    /** The letter and the mark behind it as one, where there is such a letter. */
    private int composed(int point, int width) {
        int mark = at + width;
        if (mark >= text.length() || Character.getType(text.charAt(mark)) != Character.NON_SPACING_MARK) {
            return point;
        }
        String both = Normalizer.normalize(text.substring(at, mark + 1), Normalizer.Form.NFC);
        return both.codePointCount(0, both.length()) == 1 ? both.codePointAt(0) : point;
    }

    /** What is no letter: it ends the word, joins it with the next, or is a mark within it. */
    private void between(char c) {
        boolean isInWord = !letters.isEmpty();
        int suffix = isInWord ? genderSuffix() : -1;
        if (suffix > 0) {
            genderForm(suffix);
            return;
        }
        if (isInWord && HYPHENS.indexOf(c) >= 0 && at + 1 < text.length() && isOfWord(text.codePointAt(at + 1))) {
            endPiece();
        } else if (isInWord && holdsDigits(c)) {
            starts[letters.length()] = at;
            ends[letters.length()] = at + 1;
            letters.append(c);
        } else {
            endWord();
        }
        at++;
    }

    private boolean isPassedOver(char c) {
        return NOTHING.indexOf(c) >= 0
                || (APOSTROPHES.indexOf(c) >= 0 && at + 1 < text.length() && isOfWord(text.codePointAt(at + 1)));
    }

    private boolean holdsDigits(char c) {
        return (c == '.' || c == ',')
                && letters.length() < LONGEST
                && Character.isDigit(letters.charAt(letters.length() - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Where {@code in} or {@code innen} begins behind a mark of gender forms; -1: none stands here. */
    private int genderSuffix() {
        char mark = text.charAt(at);
        if (GENDER_MARKS.indexOf(mark) < 0 || !Character.isLetter(letters.charAt(letters.length() - 1))) {
            return -1;
        }
        int start = mark == '/' && text.startsWith("-", at + 1) ? at + 2 : at + 1;
        int end = start + suffixLength(start);
        if (end == start) {
            return -1;
        }
        return mark != '(' || text.startsWith(")", end) ? start : -1;
    }

    private int suffixLength(int start) {
        if (text.regionMatches(true, start, "innen", 0, 5)) {
            return 5;
        }
        boolean isSingular = text.regionMatches(true, start, "in", 0, 2)
                && (start + 2 == text.length() || !isOfWord(text.codePointAt(start + 2)));
        return isSingular ? 2 : 0;
    }

    private void genderForm(int start) {
        int end = start + suffixLength(start);
        at = start;
        while (at < end) {
            letter(text.charAt(at), 1);
        }
        if (text.startsWith(")", at)) {
            ends[letters.length() - 1] = at + 1;
            at++;
        }
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private void endPiece() {
        if (!letters.isEmpty()) {
            pieces.add(Piece.of(letters, starts, ends));
            letters = new StringBuilder();
        }
    }

    private void endWord() {
        endPiece();
        if (!pieces.isEmpty()) {
            words.add(new Written(pieces));
            pieces.clear();
        }
    }
}
