package org.praxisdatenbank.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table with its faults in a column after all others. */
final class FaultTable {
    private static final char MARK = '\uFEFF';
    private final ImportSource source;

    private final int recordLength;
    private final Map<Long, String> faults;

    /** @param faults by the line, or the row of the sheet */
    FaultTable(ImportSource source, int recordLength, Map<Long, String> faults) {
        this.source = source;
        this.recordLength = recordLength;
        this.faults = faults;
    }

    /** Where the rows go. */
    private interface Sink {
        void row(long number, List<String> cells) throws IOException;

        void end() throws IOException;
    }

    void write(String heading, OutputStream out) throws IOException {
        int width = width();
        try (OpenedSource opened = OpenedSource.open(source);
                Table table = opened.table(recordLength)) {
            Sink sink = opened.format() == FileFormat.XLSX ? workbook(width, out) : csv(opened.separator(), out);
            write(table, width, heading, sink);
            sink.end();
        }
    }

    /** Cells of the longest row. */
    private int width() throws IOException {
        int width = 0;
        try (OpenedSource opened = OpenedSource.open(source);
                Table table = opened.table(recordLength)) {
            for (Optional<Table.Line> line = table.next(); line.isPresent(); line = table.next()) {
                width = Math.max(width, cells(line.get()).size());
            }
        }
        return width;
    }

    private void write(Table table, int width, String heading, Sink sink) throws IOException {
        Map<Long, String> left = new TreeMap<>(faults);
        boolean isHeader = true;
        @Nullable String ofHeader = null;
        long last = 0;
        for (Optional<Table.Line> line = table.next(); line.isPresent(); line = table.next()) {
            if (line.get() instanceof Table.Objection || line.get() instanceof Table.End) {
                continue; // is among the faults
            }
            last = line.get().number();
            @Nullable String fault = left.remove(last);
            if (isHeader) {
                ofHeader = fault; // its own cell is the name of the column
                sink.row(last, row(line.get(), width, heading));
            } else {
                sink.row(last, row(line.get(), width, joined(ofHeader, fault)));
                ofHeader = null;
            }
            isHeader = false;
        }
        if (ofHeader != null) {
            left.put(0L, ofHeader);
        }
        for (String fault : left.values()) { // where no row can be read any more
            last++;
            sink.row(last, row(new Table.Filled(last, List.of()), width, fault));
        }
    }

    private static String joined(@Nullable String first, @Nullable String next) {
        String begin = first == null ? "" : first;
        if (next == null) {
            return begin;
        }
        return begin.isEmpty() ? next : begin + " | " + next;
    }

    private static List<Json> cells(Table.Line line) {
        return switch (line) {
            case Table.Filled filled -> filled.cells();
            case Table.Broken broken -> broken.cells();
            case Table.Objection objection -> List.of();
            case Table.End end -> List.of();
        };
    }

    private static List<String> row(Table.Line line, int width, String last) {
        List<String> row = new ArrayList<>(width + 1);
        for (Json cell : cells(line)) {
            row.add(cell instanceof Json.Null ? "" : Cells.guarded(Cells.plain(cell.shown())));
        }
        while (row.size() < width) {
            row.add("");
        }
        row.add(Cells.guarded(last));
        return row;
    }

    /** With the mark by which Excel knows UTF-8, and the separator that the file had. */
    private static Sink csv(char separator, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(MARK);
        CsvWriter csv =
                CsvWriter.builder().fieldSeparator(separator).bufferSize(0).build(text);
        return new Sink() {
            @Override
            public void row(long number, List<String> cells) {
                csv.writeRecord(cells);
            }

            @Override
            public void end() throws IOException {
                text.flush();
            }
        };
    }

    /** Each row where it was. */
    private static Sink workbook(int width, OutputStream out) throws IOException {
        XlsxSheet sheet = new XlsxSheet(out);
        sheet.begin(width + 1, 0);
        return new Sink() {
            @Override
            public void row(long number, List<String> cells) throws IOException {
                sheet.beginRow(Math.max(number, sheet.row() + 1));
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.text(column, cells.get(column), XlsxSheet.NO_STYLE);
                    }
                }
                sheet.endRow();
            }

            @Override
            public void end() throws IOException {
                sheet.end();
            }
        };
    }
}
