package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.praxisdatenbank.problem.Refused;

/**
 * A file that was to be imported, written once more with a column that says what is wrong in each row: CSV as CSV, a
 * workbook as a workbook with the values that an import reads, JSON and JSON Lines as JSON Lines with the field {@code
 * import_errors}. No cell is taken for a formula. It can be corrected and imported as it is: that column is passed over.
 */
public final class FaultFile {
    /** In how many findings the file may have faults; those after them stand in no row. */
    public static final int MOST_FINDINGS = 100_000;

    private static final String BETWEEN = " | ";

    private final ImportSource source;
    private final int recordLength;
    private final Map<Long, String> byRow = new HashMap<>();
    private final Map<Long, String> byLine = new HashMap<>();

    /**
     * Sorts the findings by their rows.
     *
     * @param source read twice
     * @param words what a finding says, without its place
     */
    public FaultFile(ImportSource source, int recordLength, List<Finding> findings, Function<Finding, String> words) {
        this.source = source;
        this.recordLength = recordLength;
        for (Finding finding : findings) {
            Place place = finding.place();
            String text = words.apply(finding);
            byRow.merge(place.row(), text, FaultFile::joined);
            byLine.merge(place.line() == null ? 0 : place.line(), text, FaultFile::joined);
        }
    }

    private static String joined(String first, String next) {
        return first + BETWEEN + next;
    }

    /**
     * What it will be written as.
     *
     * @throws Refused when the source is of no format that an import reads
     */
    public FileFormat format() {
        FileFormat format = Importer.format(source);
        return format == FileFormat.JSON ? FileFormat.JSON_LINES : format;
    }

    /**
     * Writes it.
     *
     * @param heading of the column
     * @param out flushed, never closed
     */
    public void write(String heading, OutputStream out) throws IOException {
        switch (format()) {
            case CSV, XLSX -> new FaultTable(source, recordLength, byLine).write(heading, out);
            case JSON, JSON_LINES -> new FaultLines(source, recordLength, byRow).write(out);
        }
    }
}
