package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a table is taken for.
 *
 * @param letters as a spreadsheet names it, {@code AB}
 * @param name as the first row has it; empty: it has none
 * @param field name in the record format; null: it is left out, or nobody knows what it is
 * @param suggestion name of a field or column that comes close, where nobody knows what it is; null: none does
 */
public record ColumnGuess(String letters, String name, @Nullable String field, @Nullable String suggestion) {}
