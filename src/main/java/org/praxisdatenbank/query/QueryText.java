package org.praxisdatenbank.query;

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
 * without its partner, a quote left open) is read as words or passed over. {@link QueryLimits} say how much is too much.
 */
public final class QueryText {
    /** Deeper nesting is passed over, and told by {@link Reading#nesting}; no limit may allow more. */
    static final int DEEPEST = 50;

    private QueryText() {}

    /** What the text asks for; {@link Everything} where it holds no word. */
    public static Clause parse(String text) {
        return read(text).clause();
    }

    /**
     * A text that was read.
     *
     * @param nesting how many brackets, negations and fields stand in each other as typed; {@link #DEEPEST} + 1: more
     */
    record Reading(Clause clause, int nesting) {}

    static Reading read(String text) {
        return Grammar.read(text);
    }

    /** The clause as a query text; reading it gives an equal clause. Fields carry their German names. */
    public static String print(Clause clause) {
        return switch (clause) {
            case Everything everything -> "";
            case Word word -> word.text();
            case Phrase phrase -> "\"" + phrase.text() + "\"";
            case Pattern pattern -> pattern.pattern();
            case Fuzzy fuzzy -> fuzzy.text() + "~";
            case InField in -> in.field().german() + ":" + behindColon(in.clause());
            case Not not -> "-" + printInner(not.clause());
            case And and -> and.clauses().stream().map(QueryText::printInner).collect(Collectors.joining(" "));
            case Or or -> or.clauses().stream().map(QueryText::printInner).collect(Collectors.joining(" ODER "));
        };
    }

    /** {@code traeger:innen} would be people. */
    private static String behindColon(Clause clause) {
        String inner = printInner(clause);
        return GenderForm.isLikeEnding(inner) ? "(" + inner + ")" : inner;
    }

    private static String printInner(Clause clause) {
        return clause instanceof And || clause instanceof Or ? "(" + print(clause) + ")" : print(clause);
    }
}
