package org.praxisdatenbank.transfer;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a text within one part of a cell: a backslash as {@code \\}, a line end as {@code \n}, a vertical bar as
 * {@code \p}, white space around the text as {@code \}{@code u0020} and the like.
 */
final class Escapes {
    private static final Pattern ESCAPED =
            Pattern.compile("[\\\\\\n|]|\\A\\s+|\\s+\\z", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|n|p|u[0-9a-fA-F]{4})");

    private Escapes() {}

    static String write(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(letters(found.group())));
    }

    private static String letters(String found) {
        return switch (found) {
            case "\\" -> "\\\\";
            case "\n" -> "\\n";
            case "|" -> "\\p";
            default -> {
                StringBuilder codes = new StringBuilder();
                found.chars().forEach(character -> codes.append(String.format("\\u%04x", character)));
                yield codes.toString();
            }
        };
    }

    /** A backslash before anything else stays. */
    static String read(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult escape) {
        String letters = escape.group(1);
        return switch (letters.charAt(0)) {
            case 'n' -> "\n";
            case 'p' -> "|";
            case 'u' -> String.valueOf((char) Integer.parseInt(letters.substring(1), 16));
            default -> "\\";
        };
    }
}
