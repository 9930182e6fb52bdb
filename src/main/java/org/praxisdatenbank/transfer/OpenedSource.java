package org.praxisdatenbank.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.praxisdatenbank.problem.Refused;

/** A source whose first bytes have been looked at: it is text of a known format. Used by one thread. */
final class OpenedSource implements AutoCloseable {
    private static final int LOOKED_AT_BYTES = 4_096;

    private final ImportSource source;
    private final BufferedInputStream in;
    private final FileFormat format;

    private OpenedSource(ImportSource source, BufferedInputStream in) throws IOException {
        this.source = source;
        this.in = in;
        this.format = new Beginning(source.name(), look(in)).format();
    }

    /** @throws Refused when it cannot be what an import reads; the message says why */
    static OpenedSource open(ImportSource source) throws IOException {
        refuseOtherFormats(source.name());
        InputStream in = source.open();
        try {
            return new OpenedSource(source, new BufferedInputStream(in, LOOKED_AT_BYTES * 16));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static void refuseOtherFormats(String name) {
        Optional<String> format =
                switch (FileFormat.ending(name)) {
                    case "csv", "tsv" -> Optional.of("CSV");
                    case "xlsx", "xls", "ods" -> Optional.of("spreadsheets");
                    default -> Optional.empty();
                };
        if (format.isPresent()) {
            throw new Refused(name + " cannot be read: " + format.get() + " cannot be imported yet. What can: "
                    + FileFormat.KNOWN + ".");
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

    RowReader rows(int recordLength) throws IOException {
        return switch (format) {
            case JSON -> new ArrayRows(in, recordLength);
            case JSON_LINES -> new LineRows(in, recordLength);
        };
    }

    /** How many records to expect; -1: unknown. */
    long expected() throws IOException {
        return format == FileFormat.JSON_LINES ? source.lines() : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
