package org.praxisdatenbank.transfer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.problem.Said;

/** A source whose first bytes have been looked at: it is text of a known format. Used by one thread. */
final class OpenedSource implements AutoCloseable {
    /** As they lie on the disk while they are read. */
    static final long MOST_CSV_BYTES = 20L << 30;

    static final long MOST_XLSX_BYTES = 256L << 20;

    private static final int LOOKED_AT_BYTES = 4_096;

    private final ImportSource source;
    private final BufferedInputStream in;
    private final FileFormat format;
    private final Deque<Closeable> parts = new ArrayDeque<>();
    private char separator = ',';
    private final List<Said> notes = new ArrayList<>();

    private OpenedSource(ImportSource source, BufferedInputStream in) throws IOException {
        this.source = source;
        this.in = in;
        this.format = new Beginning(source.name(), look(in)).format();
    }

    /** @throws Refused when it cannot be what an import reads; the message says why */
    static OpenedSource open(ImportSource source) throws IOException {
        InputStream in = source.open();
        try {
            return new OpenedSource(source, new BufferedInputStream(in, LOOKED_AT_BYTES * 16));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The first bytes; they will be read again, but for a byte order mark. */
    private static byte[] look(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT_BYTES);
        byte[] first = in.readNBytes(LOOKED_AT_BYTES);
        in.reset();
        if (!Beginning.hasByteOrderMark(first)) {
            return first;
        }
        in.skipNBytes(Beginning.BYTE_ORDER_MARK_BYTES);
        return Arrays.copyOfRange(first, Beginning.BYTE_ORDER_MARK_BYTES, first.length);
    }

    /**
     * Its records, to be gone through once.
     *
     * @param mapping of the columns of a table, see {@link TableHeader}
     */
    RowReader rows(int recordLength, Map<String, String> mapping) throws IOException {
        return switch (format) {
            case JSON -> new ArrayRows(in, recordLength);
            case JSON_LINES -> new LineRows(in, recordLength);
            case CSV, XLSX -> new TableRows(table(recordLength), mapping, recordLength);
        };
    }

    /** @throws Refused when it is none */
    Table table(int recordLength) throws IOException {
        return switch (format) {
            case CSV -> csv(recordLength);
            case XLSX -> xlsx(recordLength);
            case JSON, JSON_LINES -> throw English.refused("refused.no_table", source.name());
        };
    }

    FileFormat format() {
        return format;
    }

    /** What stands between the cells of CSV, known once its table was asked for. */
    char separator() {
        return separator;
    }

    private Table csv(int recordLength) throws IOException {
        Spool file = keep(Spool.of(source.name(), in, MOST_CSV_BYTES));
        CsvText text = CsvText.of(file);
        separator = text.separator();
        Stream.ofNullable(text.note(source.name())).forEach(notes::add);
        return keep(new CsvTable(text.open(file), text.separator(), recordLength));
    }

    private Table xlsx(int recordLength) throws IOException {
        Spool file = keep(Spool.of(source.name(), in, MOST_XLSX_BYTES));
        return keep(XlsxTable.open(keep(XlsxFile.open(source.name(), file)), recordLength));
    }

    private <T extends Closeable> T keep(T opened) {
        parts.addFirst(opened);
        return opened;
    }

    /** How the file is read, where that is not certain; complete after its records were asked for. */
    List<Said> notes() {
        return notes;
    }

    /** How many records to expect; -1: unknown. */
    long expected() throws IOException {
        return format == FileFormat.JSON_LINES ? source.lines() : -1;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            for (Closeable part : parts) {
                part.close();
            }
        }
    }
}
