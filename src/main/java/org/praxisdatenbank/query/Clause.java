package org.praxisdatenbank.query;

import java.util.List;

/** A query text as it was understood; {@link QueryText} reads and prints it. */
public sealed interface Clause {

    /** No words at all: everything matches. */
    record Everything() implements Clause {}

    /** A word in any of its forms. */
    record Word(String text) implements Clause {}

    /** Words next to each other in this order, stop words included. */
    record Phrase(String text) implements Clause {}

    /**
     * A pattern over a whole word.
     *
     * @param pattern {@code *} any letters, {@code ?} one letter; at least one of them
     */
    record Pattern(String pattern) implements Clause {}

    /** A word or one spelt nearly like it. */
    record Fuzzy(String text) implements Clause {}

    /** The clause, looked for in one field only. */
    record InField(Field field, Clause clause) implements Clause {}

    /** Every one of them; with {@link SearchQuery.Match#SOME} at least one of those that are not negated. */
    record And(List<Clause> clauses) implements Clause {
        public And {
            clauses = List.copyOf(clauses);
        }
    }

    /** At least one of them. */
    record Or(List<Clause> clauses) implements Clause {
        public Or {
            clauses = List.copyOf(clauses);
        }
    }

    /** What the clause matches is left out. */
    record Not(Clause clause) implements Clause {}

    /** A part of the practice that a query text can name. */
    enum Field {
        TITLE("titel", "title"),
        PROVIDER("traeger", "provider"),
        PLACE("ort", "place"),
        CRITERION("kriterium", "criterion"),
        STATE("land", "state");

        private final String german;
        private final String english;

        Field(String german, String english) {
            this.german = german;
            this.english = english;
        }

        /** The prefix in German, without the colon. */
        public String german() {
            return german;
        }

        /** The prefix in English, without the colon. */
        public String english() {
            return english;
        }
    }
}
