package org.praxisdatenbank.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.problem.Said;

/** The rows of a CSV file (RFC 4180). What is no CSV ends the reading: nobody can tell where the next row would begin. */
final class CsvTable implements Table {
    private static final int LEAST_BUFFER = 65_536;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> rows;
    private final JsonFaults faults;
    private int width;
    private long line;
    private boolean isOver;

    /** @param recordLength characters that a row may have; one more is read, so that the row can be refused */
    CsvTable(Reader text, char separator, int recordLength) {
        int most = recordLength + MOST_COLUMNS;
        csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(LEAST_BUFFER, Math.multiplyExact(most, 2))) // a quotation mark stands twice
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)
                                .maxFieldSize(most)
                                .maxRecordSize(most)),
                        text);
        rows = csv.iterator();
        faults = new JsonFaults(recordLength);
    }

    @Override
    public Optional<Line> next() throws IOException {
        try {
            while (!isOver && rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                if (!row.getFields().stream().allMatch(String::isBlank)) {
                    return Optional.of(line(row));
                }
            }
            return Optional.empty();
        } catch (CsvParseException broken) {
            return Optional.of(end(broken));
        } catch (UncheckedIOException failure) {
            return Optional.of(end(failure));
        }
    }

    private Line line(CsvRecord row) {
        if (width == 0) {
            width = row.getFieldCount();
        }
        List<Json> cells = row.getFields().stream().map(CsvTable::cell).toList();
        return row.getFieldCount() < width
                ? new Broken(line, Said.of("finding.cells", row.getFieldCount(), width), cells)
                : new Filled(line, cells);
    }

    private static Json cell(String text) {
        return text.isEmpty() ? new Json.Null() : new Json.Cell(text);
    }

    private End end(CsvParseException broken) {
        isOver = true;
        String message = String.valueOf(broken.getMessage());
        if (message.contains("fields")) {
            return new End(line + 1, Table.tooMany());
        }
        boolean isTooLong = message.contains(" size ");
        return new End(line + 1, isTooLong ? faults.tooLong() : Said.of("finding.csv", Finding.shown(message)));
    }

    private End end(UncheckedIOException failure) throws IOException {
        isOver = true;
        if (failure.getCause() instanceof CharacterCodingException) {
            return new End(line + 1, Said.of("finding.encoding"));
        }
        throw failure.getCause() == null ? new IOException(failure) : failure.getCause();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
