package org.praxisdatenbank.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.praxisdatenbank.query.Clause.And;
import org.praxisdatenbank.query.Clause.Everything;
import org.praxisdatenbank.query.Clause.Fuzzy;
import org.praxisdatenbank.query.Clause.InField;
import org.praxisdatenbank.query.Clause.Not;
import org.praxisdatenbank.query.Clause.Or;
import org.praxisdatenbank.query.Clause.Pattern;
import org.praxisdatenbank.query.Clause.Phrase;
import org.praxisdatenbank.query.Clause.Word;
import org.praxisdatenbank.query.Token.Close;
import org.praxisdatenbank.query.Token.FieldPrefix;
import org.praxisdatenbank.query.Token.Minus;
import org.praxisdatenbank.query.Token.Open;
import org.praxisdatenbank.query.Token.Quoted;
import org.praxisdatenbank.query.Token.Text;

/**
 * Reads what somebody typed, and prints it as it was understood.
 *
 * <pre>
 * either  = every { ("OR" | "ODER") every }
 * every   = part { ["AND" | "UND"] part }
 * part    = ("-" | "NOT" | "NICHT") part | field ":" part | "(" either ")" | "\"" words "\"" | word
 * word    = letters, with "*" or "?" in them, or followed by "~"
 * </pre>
 *
 * Reading is total: no text is refused. What has no place in the grammar (an operator with nothing to join, a bracket
 * without its partner, a quote left open) is read as words or passed over.
 */
public final class QueryText {
    private static final Set<String> OR = Set.of("OR", "ODER");
    private static final Set<String> AND = Set.of("AND", "UND");
    private static final Set<String> NOT = Set.of("NOT", "NICHT");
    /** A number of edits, as other engines take it, is allowed and passed over. */
    private static final java.util.regex.Pattern FUZZY = java.util.regex.Pattern.compile("([^*?~]+)~[0-9]?");

    /** Deeper brackets and longer rows of negations are passed over; nobody types them, and the stack has an end. */
    private static final int DEEPEST = 20;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private QueryText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What the text asks for; {@link Everything} where it holds no word. */
    public static Clause parse(String text) {
        QueryText reader = new QueryText(Token.split(text));
        List<Clause> parts = new ArrayList<>();
        while (reader.next < reader.tokens.size()) {
            parts.addAll(reader.either());
            if (reader.next < reader.tokens.size()) {
                reader.next++; // a closing bracket without its partner
            }
        }
        return joined(parts);
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
        return List.of(new Or(alternatives.stream().map(QueryText::joined).toList()));
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
            case FieldPrefix prefix ->
                nested().stream()
                        .<Clause>map(clause -> new InField(prefix.field(), clause))
                        .toList();
            case Open open -> bracket();
            case Quoted quoted -> List.of(new Phrase(quoted.text()));
            case Text text -> isNegation ? negated() : List.of(word(text.text()));
            case Close close -> List.of();
        };
    }

    private List<Clause> negated() {
        return nested().stream().<Clause>map(Not::new).toList();
    }

    /** The one part that an operator or a field stands before. */
    private List<Clause> nested() {
        if (next >= tokens.size() || tokens.get(next) instanceof Close) {
            return List.of();
        }
        if (depth >= DEEPEST) {
            return List.of();
        }
        depth++;
        List<Clause> part = part();
        depth--;
        return part;
    }

    private List<Clause> bracket() {
        if (depth >= DEEPEST) {
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
        Matcher fuzzy = FUZZY.matcher(text);
        if (fuzzy.matches()) {
            return new Fuzzy(fuzzy.group(1));
        }
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 ? new Pattern(text) : new Word(text);
    }

    /** The clause as a query text; reading it gives an equal clause. Fields carry their German names. */
    public static String print(Clause clause) {
        return switch (clause) {
            case Everything everything -> "";
            case Word word -> word.text();
            case Phrase phrase -> "\"" + phrase.text() + "\"";
            case Pattern pattern -> pattern.pattern();
            case Fuzzy fuzzy -> fuzzy.text() + "~";
            case InField in -> in.field().german() + ":" + printInner(in.clause());
            case Not not -> "-" + printInner(not.clause());
            case And and -> and.clauses().stream().map(QueryText::printInner).collect(Collectors.joining(" "));
            case Or or -> or.clauses().stream().map(QueryText::printInner).collect(Collectors.joining(" ODER "));
        };
    }

    private static String printInner(Clause clause) {
        return clause instanceof And || clause instanceof Or ? "(" + print(clause) + ")" : print(clause);
    }
}
