package org.praxisdatenbank.transfer;

import java.util.Arrays;
import java.util.List;

/**
 * A field that a column of a table can be.
 *
 * @param id name in the record format
 * @param german what people call it
 * @param english what people call it
 * @param isRequired whether every record needs it
 */
public record ImportField(String id, String german, String english, boolean isRequired) {
    /** In the order of the record format. */
    public static List<ImportField> all() {
        return Arrays.stream(Column.values())
                .map(column -> new ImportField(
                        column.field(), column.german(), column.english(), Column.REQUIRED.contains(column)))
                .toList();
    }
}
