package org.praxisdatenbank.transfer;

import java.util.Locale;
import java.util.Optional;

/** How practices stand in a file. */
public enum FileFormat {
    /** One array of objects. */
    JSON,
    /** One object a line. */
    JSON_LINES;

    /** What the refusals of other formats recommend. */
    static final String KNOWN =
            "JSON (.json: one array of objects) and JSON Lines (.jsonl or .ndjson: one object a line)";

    /** Empty for a name without an ending, or with one that stands for neither. */
    public static Optional<FileFormat> ofName(String name) {
        return switch (ending(name)) {
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /** In lower case; empty where there is none. */
    static String ending(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
