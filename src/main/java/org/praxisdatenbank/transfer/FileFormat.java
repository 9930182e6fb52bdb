package org.praxisdatenbank.transfer;

import java.util.Locale;
import java.util.Optional;
import org.praxisdatenbank.problem.Said;

/** How practices stand in a file. */
public enum FileFormat {
    /** One array of objects. */
    JSON,
    /** One object a line. */
    JSON_LINES,
    /** A row for each practice, below one that names the columns. */
    CSV,
    /** The same on the first sheet of a workbook (Office Open XML). */
    XLSX;

    /** What the refusals of other formats recommend. */
    static final Said KNOWN = Said.of("refused.formats");

    /** Empty for a name without an ending, or with one that stands for none of these. */
    public static Optional<FileFormat> ofName(String name) {
        return switch (ending(name)) {
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            case "csv" -> Optional.of(CSV);
            case "xlsx" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }

    /** How many practices a file can hold. */
    public long room() {
        return this == XLSX ? XlsxSheet.MOST_ROWS - 1 : Long.MAX_VALUE;
    }

    /** In lower case; empty where there is none. */
    static String ending(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
