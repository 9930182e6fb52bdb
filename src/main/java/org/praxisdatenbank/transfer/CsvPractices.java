package org.praxisdatenbank.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.praxisdatenbank.practice.Practice;

/** A table as CSV (RFC 4180): in UTF-8, with commas, the fields of the record format as columns. */
final class CsvPractices implements PracticeWriter {
    private static final char MARK = '\uFEFF';

    private final Writer out;
    private final CsvWriter csv;
    private final boolean hasMark;

    CsvPractices(OutputStream out, boolean hasMark) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.csv = CsvWriter.builder().bufferSize(0).build(this.out);
        this.hasMark = hasMark;
    }

    @Override
    public void begin() throws IOException {
        if (hasMark) {
            out.write(MARK);
        }
        put(Column.fields());
    }

    @Override
    public void write(Practice practice) throws IOException {
        put(Arrays.stream(Column.values())
                .map(column -> CellValue.of(practice, column).text())
                .toList());
    }

    private void put(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
