package org.praxisdatenbank.german;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lists of {@code index/analysis}: lines of columns parted by tabs, the last one the reason of the line. */
final class Table {
    private static final String FOLDER = "index/analysis";

    private Table() {}

    /**
     * The rows without their reasons.
     *
     * @param columns without the reason
     * @throws IllegalStateException naming the line that has other columns or no reason
     */
    static List<List<String>> read(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : text(FOLDER, name).split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> row =
                    Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
            if (row.size() != columns + 1 || row.getLast().isEmpty()) {
                throw new IllegalStateException(
                        FOLDER + "/" + name + ", line " + number + ": needs " + columns + " columns and a reason");
            }
            rows.add(row.subList(0, columns));
        }
        return rows;
    }

    /** The whole of a file of the program; raises IllegalStateException where it is missing. */
    static String text(String folder, String name) {
        try (InputStream file = open(folder, name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + folder + "/" + name, e);
        }
    }

    /** A file of the program, which the caller closes; raises IllegalStateException where it is missing. */
    static InputStream open(String folder, String name) {
        @Nullable InputStream file = Table.class.getResourceAsStream("/" + folder + "/" + name);
        if (file == null) {
            throw new IllegalStateException(folder + "/" + name + " is missing");
        }
        return file;
    }
}
