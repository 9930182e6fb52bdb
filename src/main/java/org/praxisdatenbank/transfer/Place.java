package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Where a record stands in its file.
 *
 * @param row counts the records, from 1; 0 for the row of a table that names its columns
 * @param line counts the lines, or the rows of a sheet, from 1; null where a record need not begin a line
 * @param column its letters in a spreadsheet and its name: {@code C (Titel)}; null: the record as a whole, or no table
 */
public record Place(long row, @Nullable Long line, @Nullable String column) {
    public Place(long row, @Nullable Long line) {
        this(row, line, null);
    }

    /** @param column null: as a whole */
    Place in(@Nullable String column) {
        return new Place(row, line, column);
    }

    @Override
    public String toString() {
        String record = row == 0 ? "header" : "row " + row;
        return record + (line == null ? "" : ", line " + line) + (column == null ? "" : ", column " + column);
    }
}
