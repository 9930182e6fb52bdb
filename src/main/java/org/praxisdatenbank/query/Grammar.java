package org.praxisdatenbank.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.praxisdatenbank.query.Clause.And;
import org.praxisdatenbank.query.Clause.Everything;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Not;
import org.praxisdatenbank.query.Clause.Or;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.query.Clause.Word;
import org.praxisdatenbank.query.Token.Close;
import org.praxisdatenbank.query.Token.FieldPrefix;
import org.praxisdatenbank.query.Token.Minus;
import org.praxisdatenbank.query.Token.Open;
import org.praxisdatenbank.query.Token.Quoted;
import org.praxisdatenbank.query.Token.Text;

/** The grammar of {@link QueryText}, a method for each rule; one object reads one text. */
final class Grammar {
    private static final Set<String> OR = Set.of("OR", "ODER");
    private static final Set<String> AND = Set.of("AND", "UND");
    private static final Set<String> NOT = Set.of("NOT", "NICHT");

    private final List<Token> tokens;
    private int next;
    private int depth;
    private int deepest;

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What is nested deeper than {@link QueryText#DEEPEST} is passed over, because the stack has an end. */
    static QueryText.Reading read(String text) {
        Grammar reader = new Grammar(Tokens.of(text));
        List<Clause> parts = new ArrayList<>();
        while (reader.next < reader.tokens.size()) {
            parts.addAll(reader.either());
            if (reader.next < reader.tokens.size()) {
                reader.next++; // a closing bracket without its partner
            }
        }
        return new QueryText.Reading(joined(parts), reader.deepest);
    }

    /** Empty where nothing stands. */
    private List<Clause> either() {
        List<List<Clause>> alternatives = new ArrayList<>();
        alternatives.add(every());
        while (isOperator(OR) && operatorJoins(alternatives.getLast())) {
            next++;
            alternatives.add(every());
        }
        alternatives.removeIf(List::isEmpty);
        if (alternatives.size() <= 1) {
            return alternatives.isEmpty() ? List.of() : alternatives.getFirst();
        }
        return List.of(new Or(alternatives.stream().map(Grammar::joined).toList()));
    }

    private List<Clause> every() {
        List<Clause> parts = new ArrayList<>();
        while (next < tokens.size() && !(tokens.get(next) instanceof Close)) {
            if (isOperator(OR) && operatorJoins(parts)) {
                return parts;
            }
            if (isOperator(AND) && operatorJoins(parts)) {
                next++;
                continue;
            }
            parts.addAll(part());
        }
        return parts;
    }

    /** Whether the operator at hand has something on both sides; else it is but a word. */
    private boolean operatorJoins(List<Clause> before) {
        return !before.isEmpty() && next + 1 < tokens.size() && startsPart(tokens.get(next + 1));
    }

    private static boolean startsPart(Token token) {
        return switch (token) {
            case Close close -> false;
            case Text text -> !OR.contains(text.text()) && !AND.contains(text.text());
            case Open open -> true;
            case Minus minus -> true;
            case FieldPrefix prefix -> true;
            case Quoted quoted -> true;
        };
    }

    private List<Clause> part() {
        boolean isNegation = isOperator(NOT) && next + 1 < tokens.size() && startsPart(tokens.get(next + 1));
        Token token = tokens.get(next++);
        return switch (token) {
            case Minus minus -> negated();
            case FieldPrefix prefix -> inField(prefix);
            case Open open -> bracket();
            case Quoted quoted -> List.of(new Phrase(quoted.text()));
            case Text text -> orWord(isNegation ? negated() : List.of(), text.text());
            case Close close -> List.of();
        };
    }

    private List<Clause> negated() {
        return nested().stream().<Clause>map(Not::new).toList();
    }

    /** Without anything in the brackets behind it the field's name is a word, as the operator's is. */
    private List<Clause> inField(FieldPrefix prefix) {
        List<Clause> inside = nested().stream()
                .<Clause>map(clause -> new InField(prefix.field(), clause))
                .toList();
        return orWord(inside, prefix.name());
    }

    private static List<Clause> orWord(List<Clause> applied, String text) {
        return applied.isEmpty() ? List.of(word(text)) : applied;
    }

    /** The one part that an operator or a field stands before. */
    private List<Clause> nested() {
        if (next >= tokens.size() || tokens.get(next) instanceof Close || !mayGoDeeper()) {
            return List.of();
        }
        depth++;
        List<Clause> part = part();
        depth--;
        return part;
    }

    private List<Clause> bracket() {
        if (!mayGoDeeper()) {
            return List.of();
        }
        depth++;
        List<Clause> inside = either();
        depth--;
        if (next < tokens.size()) {
            next++; // the closing bracket
        }
        return inside.isEmpty() ? List.of() : List.of(joined(inside));
    }

    private boolean mayGoDeeper() {
        deepest = Math.max(deepest, depth + 1);
        return depth < QueryText.DEEPEST;
    }

    private boolean isOperator(Set<String> names) {
        return next < tokens.size() && tokens.get(next) instanceof Text text && names.contains(text.text());
    }

    private static Clause joined(List<Clause> parts) {
        return switch (parts.size()) {
            case 0 -> new Everything();
            case 1 -> parts.getFirst();
            default -> new And(parts);
        };
    }

    private static Clause word(String text) {
        if (OR.contains(text) || AND.contains(text) || NOT.contains(text)) {
            return new Word(text.toLowerCase(Locale.ROOT)); // nothing to join: no operator
        }
        return Words.clause(text);
    }
}
