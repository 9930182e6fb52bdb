package org.praxisdatenbank.transfer;

import org.jspecify.annotations.Nullable;

/**
 * Where a record stands in its file.
 *
 * @param row counts the records, from 1
 * @param line counts the lines, from 1; null where a record need not begin a line
 */
public record Place(long row, @Nullable Long line) {
    @Override
    public String toString() {
        return line == null ? "row " + row : "row " + row + ", line " + line;
    }
}
