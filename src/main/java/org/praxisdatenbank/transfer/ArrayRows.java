package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/** One array of objects. What is not JSON ends the reading: nobody can tell where the next record would begin. */
final class ArrayRows implements RowReader {
    private final JsonParser parser;
    private final JsonRecords records;
    private final JsonFaults faults;
    private long row;

    ArrayRows(InputStream in, int recordLength) throws IOException {
        records = new JsonRecords(recordLength);
        faults = new JsonFaults(recordLength);
        parser = records.factory().createParser(new StrictUtf8(in));
    }

    @Override
    public void forEach(Consumer<Row> use) throws IOException {
        try {
            readAll(use);
        } catch (IOException fault) {
            Said wrong = faults.wrong(fault, parser, ArrayRows::position);
            use.accept(new Row.Unreadable(place(row), null, Said.of("finding.rest", wrong)));
        }
    }

    private void readAll(Consumer<Row> use) throws IOException {
        parser.nextToken();
        row = 1;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            use.accept(next());
            row++;
        }
        row--;
        if (parser.nextToken() != null) {
            use.accept(new Row.Unreadable(place(row), parser.getText(), Said.of("finding.json.after_array")));
        }
    }

    private Row next() throws IOException {
        long begin = parser.currentTokenLocation().getCharOffset();
        Place place = place(row);
        @Nullable Json value = records.read(parser);
        return value == null
                ? new Row.Unreadable(place, null, faults.tooLong())
                : new Row.Read(place, value, parser.currentLocation().getCharOffset() - begin);
    }

    private static Said position(long line, long column) {
        return Said.of("finding.at.line", String.valueOf(line), String.valueOf(column));
    }

    private static Place place(long row) {
        return new Place(row, null);
    }
}
