package org.praxisdatenbank.transfer;

import java.util.List;

/** What we add to a file to say what is wrong in each row; whoever imports that file again need not take it out. */
final class FaultColumn {
    /** In records of JSON Lines. */
    static final String FIELD = "import_errors";

    private static final List<String> NAMES = List.of(FIELD, "Fehler beim Import", "Import errors");

    private FaultColumn() {}

    /** Upper and lower case, blanks and hyphens do not matter. */
    static boolean isNamed(String name) {
        return NAMES.stream().map(Column::folded).anyMatch(Column.folded(name)::equals);
    }
}
