package org.praxisdatenbank.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The pieces of a query text. */
sealed interface Token {

    record Open() implements Token {}

    record Close() implements Token {}

    record Minus() implements Token {}

    record FieldPrefix(Clause.Field field) implements Token {}

    /** What stands between two quotes. */
    record Quoted(String text) implements Token {}

    /** A word as typed, an operator included. */
    record Text(String text) implements Token {}

    /** Straight and typographic quotes; any of them ends what any of them began. */
    String QUOTES = "\"„“”«»";

    String BRACKETS = "()";

    /** Punctuation that is no part of a word at its edges. */
    String EDGES = ",;.!:…";

    /** In the order typed. */
    static List<Token> split(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c) || EDGES.indexOf(c) >= 0) {
                at++;
            } else if (QUOTES.indexOf(c) >= 0) {
                at = quoted(text, at + 1, tokens);
            } else if (BRACKETS.indexOf(c) >= 0) {
                tokens.add(c == '(' ? new Open() : new Close());
                at++;
            } else {
                at = word(text, at, tokens);
            }
        }
        return tokens;
    }

    /** Adds what is quoted and returns where reading goes on; a quote that never ends is passed over. */
    private static int quoted(String text, int start, List<Token> tokens) {
        int end = start;
        while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length()) {
            return start;
        }
        String inside = text.substring(start, end).strip();
        if (inside.codePoints().anyMatch(Character::isLetterOrDigit)) {
            tokens.add(new Quoted(inside));
        }
        return end + 1;
    }

    private static int word(String text, int start, List<Token> tokens) {
        if (text.charAt(start) == '-' && start + 1 < text.length() && !isSpace(text.charAt(start + 1))) {
            tokens.add(new Minus());
            return start + 1;
        }
        int end = start;
        while (end < text.length() && !isSpace(text.charAt(end)) && !endsWord(text.charAt(end))) {
            end++;
            Optional<Clause.Field> field = field(text, start, end);
            if (field.isPresent()) {
                tokens.add(new FieldPrefix(field.get()));
                return end;
            }
        }
        String word = trimmed(text.substring(start, end));
        if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
            tokens.add(new Text(word));
        }
        return end;
    }

    /** The field whose name and colon end here, with something right behind them. */
    private static Optional<Clause.Field> field(String text, int start, int end) {
        if (text.charAt(end - 1) != ':' || end == text.length() || isSpace(text.charAt(end))) {
            return Optional.empty();
        }
        String name = text.substring(start, end - 1).toLowerCase(Locale.ROOT).replace("ä", "ae");
        return Stream.of(Clause.Field.values())
                .filter(field -> field.german().equals(name) || field.english().equals(name))
                .findFirst();
    }

    private static boolean endsWord(char c) {
        return QUOTES.indexOf(c) >= 0 || BRACKETS.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Without punctuation at its end: behind a question a question mark is no wildcard. */
    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && (EDGES.indexOf(word.charAt(end - 1)) >= 0 || word.charAt(end - 1) == '?')) {
            end--;
        }
        return word.substring(0, end);
    }
}
