package org.praxisdatenbank.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that name women and men at once, {@code Schüler*innen}, {@code Schüler:innen}, {@code Schüler(innen)}: they look
 * like patterns, fields and brackets, but are words. One is a letter, a mark, and {@code in} or {@code innen} up to where
 * the letters end.
 */
final class GenderForm {
    private static final String BEHIND_A_LETTER = "(?<=[\\p{L}\\p{M}])";
    private static final String ENDING = "(?i:innen|in)";
    /** A pattern goes on with another wildcard; behind a question a question mark is none. */
    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}*~]|\\?\\S)";

    private static final Pattern MARKED = Pattern.compile(BEHIND_A_LETTER + "(?:[*:_·]|/-?)" + ENDING + WORD_ENDS);
    private static final Pattern IN_BRACKETS = Pattern.compile(BEHIND_A_LETTER + "\\(-?" + ENDING + "\\)" + WORD_ENDS);
    private static final Pattern BEGINS_LIKE_ONE = Pattern.compile(ENDING + WORD_ENDS);

    private GenderForm() {}

    /** Whether the mark at this place and what follows make a gender form of the word before. */
    static boolean isTail(String text, int at) {
        return from(at, text, MARKED).lookingAt();
    }

    /** The length of the bracket at this place where it belongs to the word before, else 0. */
    static int bracketLength(String text, int at) {
        if (text.charAt(at) != '(') {
            return 0;
        }
        Matcher bracket = from(at, text, IN_BRACKETS);
        return bracket.lookingAt() ? bracket.end() - at : 0;
    }

    private static Matcher from(int at, String text, Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    /** The word without its marks, to see whether other wildcards are in it. */
    static String withoutMarks(String word) {
        return MARKED.matcher(word).replaceAll("");
    }

    /** Whether a word right behind a field's colon would be taken for one. */
    static boolean isLikeEnding(String word) {
        return BEGINS_LIKE_ONE.matcher(word).lookingAt();
    }
}
