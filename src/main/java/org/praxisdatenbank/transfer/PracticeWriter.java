package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.problem.Refused;

/**
 * Writes practices in a format that an import reads as the very same, one after the other, with memory that does not
 * grow with their number. Used by one thread.
 */
public interface PracticeWriter {
    /** Before the first one. */
    void begin() throws IOException;

    /** @throws Refused when the format has no room for more */
    void write(Practice practice) throws IOException;

    /** After the last one; without it the file is not complete. The stream is flushed and stays open. */
    void end() throws IOException;

    /**
     * One for the format.
     *
     * @param out best a buffered one; never closed
     * @param hasMark whether CSV begins with a byte order mark, by which Excel knows that it is UTF-8
     */
    static PracticeWriter of(FileFormat format, OutputStream out, boolean hasMark) {
        return switch (format) {
            case JSON -> new JsonPractices(out, true);
            case JSON_LINES -> new JsonPractices(out, false);
            case CSV -> new CsvPractices(out, hasMark);
            case XLSX -> new XlsxPractices(out);
        };
    }
}
