package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson;

/** Writes practices one a line, in both formats, so that two exports can be compared line by line. */
final class PracticeWriter {
    private final OutputStream out;
    private final FileFormat format;
    private long count;

    PracticeWriter(OutputStream out, FileFormat format) {
        this.out = out;
        this.format = format;
    }

    void begin() throws IOException {
        if (format == FileFormat.JSON) {
            put("[");
        }
    }

    void write(Practice practice) {
        try {
            if (format == FileFormat.JSON) {
                put(count == 0 ? "\n" : ",\n");
            }
            out.write(PracticeJson.bytes(practice));
            if (format == FileFormat.JSON_LINES) {
                put("\n");
            }
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many were written. */
    long end() throws IOException {
        if (format == FileFormat.JSON) {
            put("\n]\n");
        }
        return count;
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
