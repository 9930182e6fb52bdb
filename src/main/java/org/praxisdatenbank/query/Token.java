package org.praxisdatenbank.query;

/** The pieces of a query text; {@link Tokens} reads them. */
sealed interface Token {

    record Open() implements Token {}

    record Close() implements Token {}

    /** What stands right behind it is left out. */
    record Minus() implements Token {}

    /**
     * What stands right behind it is looked for in one field.
     *
     * @param name as typed, without the colon
     */
    record FieldPrefix(Clause.Field field, String name) implements Token {}

    /** What stands between two quotes. */
    record Quoted(String text) implements Token {}

    /** A word as typed, an operator included. */
    record Text(String text) implements Token {}
}
