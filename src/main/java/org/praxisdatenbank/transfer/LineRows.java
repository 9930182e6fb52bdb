package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.Lines.Line;

/** One object a line; blank lines are passed over. A line that is not JSON does not keep the others from being read. */
final class LineRows implements RowReader {
    /** What one char takes in UTF-8 at most. */
    private static final int BYTES_PER_CHAR = 3;

    private final int longestLine;
    private final Lines lines;
    private final JsonRecords records;
    private final JsonFaults faults;
    private final JsonFactory json;

    LineRows(InputStream in, int recordLength) {
        longestLine = Math.multiplyExact(recordLength, BYTES_PER_CHAR);
        lines = new Lines(in, longestLine);
        records = new JsonRecords(recordLength);
        faults = new JsonFaults(recordLength);
        json = records.factory();
    }

    @Override
    public void forEach(Consumer<Row> use) throws IOException {
        long row = 0;
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            if (!line.get().isBlank()) {
                row++;
                use.accept(read(line.get(), new Place(row, line.get().number())));
            }
            line = lines.next();
        }
    }

    private Row read(Line line, Place place) throws IOException {
        if (line.length() > longestLine) {
            return new Row.Unreadable(place, null, faults.tooLong());
        }
        InputStream bytes = new ByteArrayInputStream(line.bytes(), 0, line.length());
        try (JsonParser parser = json.createParser(new StrictUtf8(bytes))) {
            try {
                return read(parser, place);
            } catch (IOException fault) {
                Said wrong = faults.wrong(
                        fault, parser, (number, column) -> Said.of("finding.at.column", String.valueOf(column)));
                return new Row.Unreadable(place, null, wrong);
            }
        }
    }

    private Row read(JsonParser parser, Place place) throws IOException {
        parser.nextToken();
        @Nullable Json value = records.read(parser);
        if (value == null) {
            return new Row.Unreadable(place, null, faults.tooLong());
        }
        long length = parser.currentLocation().getCharOffset();
        if (parser.nextToken() != null) {
            return new Row.Unreadable(place, parser.getText(), Said.of("finding.json.after_record"));
        }
        return new Row.Read(place, value, length);
    }
}
