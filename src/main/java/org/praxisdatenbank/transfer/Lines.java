package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines; of a line that is too long only the beginning is kept. Used by one thread. */
final class Lines {
    private static final int BUFFER_BYTES = 65_536;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private byte[] line = new byte[BUFFER_BYTES];
    private int length;
    private long number;

    /** @param longest bytes of a line that are kept; one more tells that there were more */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty after the last one. Valid until the next call. */
    Optional<Line> next() throws IOException {
        length = 0;
        boolean isThere = false;
        while (fill()) {
            isThere = true;
            int stop = next;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            keep(stop);
            next = stop + 1;
            if (stop < end) {
                break;
            }
        }
        return isThere ? Optional.of(new Line(++number, line, length)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (next >= end) {
            next = 0;
            end = in.read(buffer);
        }
        return end > 0;
    }

    private void keep(int stop) {
        int count = Math.min(stop - next, longest + 1 - length);
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, next, line, length, count);
        length += count;
    }

    /**
     * One line.
     *
     * @param number from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // reused for the next line, never compared
    record Line(long number, byte[] bytes, int length) {
        boolean isBlank() {
            for (int i = 0; i < length; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
