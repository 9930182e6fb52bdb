package org.praxisdatenbank.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.praxisdatenbank.query.Token.Close;
import org.praxisdatenbank.query.Token.FieldPrefix;
import org.praxisdatenbank.query.Token.Minus;
import org.praxisdatenbank.query.Token.Open;
import org.praxisdatenbank.query.Token.Quoted;
import org.praxisdatenbank.query.Token.Text;

/**
 * Takes a text to pieces, in one pass and without recursion, however long it is. An operator (a hyphen, a field's name
 * with its colon) stands right before what it applies to; with nothing there a hyphen is punctuation and a name a word.
 */
final class Tokens {
    /** Letters of a field's name, marks apart. */
    private static final int LONGEST_NAME = 20;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /** Whether the piece before waits for something right behind it. */
    private boolean isAwaited;

    private Tokens(String text) {
        this.text = text.replaceAll("\\p{Cs}", " "); // half of a character cannot be written anywhere
    }

    /** In the order typed. */
    static List<Token> of(String text) {
        Tokens reader = new Tokens(text);
        while (reader.at < reader.text.length()) {
            int before = reader.tokens.size();
            reader.isAwaited = reader.piece();
            if (!reader.isAwaited && reader.tokens.size() == before) {
                reader.dropOperators();
            }
        }
        reader.dropOperators();
        return reader.tokens;
    }

    /** Reads on by one piece at least; returns whether it stands for something that must come right behind it. */
    private boolean piece() {
        char c = text.charAt(at);
        if (Characters.isSpace(c) || Characters.isEdge(c)) {
            at++;
            return false;
        }
        if (Characters.isQuote(c)) {
            return quoted();
        }
        return switch (c) {
            case '(' -> bracket(new Open());
            case ')' -> bracket(new Close());
            case '-' -> hyphen();
            default -> word();
        };
    }

    /** What stands last and applies to nothing is no operator. */
    private void dropOperators() {
        int first = tokens.size();
        while (first > 0 && (tokens.get(first - 1) instanceof Minus || tokens.get(first - 1) instanceof FieldPrefix)) {
            first--;
        }
        List<Token> operators = tokens.subList(first, tokens.size());
        List<Text> names = operators.stream()
                .flatMap(token -> token instanceof FieldPrefix field ? Stream.of(new Text(field.name())) : Stream.of())
                .toList();
        operators.clear();
        tokens.addAll(names);
    }

    private boolean bracket(Token bracket) {
        tokens.add(bracket);
        at++;
        return false;
    }

    /** A quote that never ends is passed over as if it were not there. */
    private boolean quoted() {
        int end = at + 1;
        while (end < text.length() && !Characters.isQuote(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            at++;
            return isAwaited || isAtStart(at - 1);
        }
        String inside = text.substring(at + 1, end).strip();
        if (Characters.hasLetter(inside)) {
            tokens.add(new Quoted(inside));
        }
        at = end + 1;
        return false;
    }

    /** Negates where a word could begin; elsewhere ({@code (a)-b}, {@code :-(}) it is a dash. */
    private boolean hyphen() {
        boolean isNegation = isAwaited || isAtStart(at);
        if (isNegation) {
            tokens.add(new Minus());
        }
        at++;
        return isNegation;
    }

    private boolean isAtStart(int place) {
        return place == 0 || text.charAt(place - 1) == '(' || Characters.isSpace(text.charAt(place - 1));
    }

    private boolean word() {
        int start = at;
        while (at < text.length() && !endsWord()) {
            Optional<FieldPrefix> field = field(start);
            at += Math.max(1, GenderForm.bracketLength(text, at));
            if (field.isPresent()) {
                tokens.add(field.get());
                return true;
            }
        }
        String word = Characters.trimmed(text.substring(start, at));
        if (Characters.hasLetter(word)) {
            tokens.add(new Text(word));
        }
        return false;
    }

    private boolean endsWord() {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> GenderForm.bracketLength(text, at) == 0;
            case ')' -> true;
            case ',', ';' -> !isBetweenDigits();
            default -> Characters.isQuote(c) || Characters.isSpace(c);
        };
    }

    private boolean isBetweenDigits() {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** The field whose name ends here with a colon; {@code Träger:innen} are people. */
    private Optional<FieldPrefix> field(int start) {
        if (text.charAt(at) != ':' || at - start > LONGEST_NAME || GenderForm.isTail(text, at)) {
            return Optional.empty();
        }
        String typed = text.substring(start, at);
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae");
        return Stream.of(Clause.Field.values())
                .filter(field -> field.german().equals(name) || field.english().equals(name))
                .map(field -> new FieldPrefix(field, typed))
                .findFirst();
    }
}
