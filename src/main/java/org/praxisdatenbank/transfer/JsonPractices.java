package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson;

/** One practice a line, as an array and as JSON Lines, so that two exports can be compared line by line. */
final class JsonPractices implements PracticeWriter {
    private final OutputStream out;
    private final boolean isArray;
    private boolean isFirst = true;

    JsonPractices(OutputStream out, boolean isArray) {
        this.out = out;
        this.isArray = isArray;
    }

    @Override
    public void begin() throws IOException {
        if (isArray) {
            put("[");
        }
    }

    @Override
    public void write(Practice practice) throws IOException {
        if (isArray) {
            put(isFirst ? "\n" : ",\n");
        }
        out.write(PracticeJson.bytes(practice));
        if (!isArray) {
            put("\n");
        }
        isFirst = false;
    }

    @Override
    public void end() throws IOException {
        if (isArray) {
            put("\n]\n");
        }
        out.flush();
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
