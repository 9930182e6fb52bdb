package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and refuses everything else. Unlike {@link java.io.InputStreamReader} it hands out all that stands
 * before the wrong byte first, so that whoever reads knows the place. Used by one thread.
 */
final class StrictUtf8 extends Reader {
    private static final int BUFFER_BYTES = 16_384;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private boolean isAtEnd;
    private long line = 1;
    private long column = 1;

    StrictUtf8(InputStream in) {
        this.in = in;
    }

    /** @throws NotUtf8 when the next bytes are not UTF-8 */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, isAtEnd);
            if (chars.position() > offset) {
                count(target, offset, chars.position());
                return chars.position() - offset;
            }
            if (!result.isUnderflow()) {
                throw new NotUtf8(line, column);
            }
            if (isAtEnd) {
                return -1;
            }
            fill();
        }
    }

    private void count(char[] read, int from, int to) {
        for (int i = from; i < to; i++) {
            if (read[i] == '\n') {
                line++;
                column = 0;
            }
            column++;
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        isAtEnd = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes at this place, both counted from 1, are not UTF-8. The parser's own place is wrong after a failure. */
    static final class NotUtf8 extends CharacterCodingException {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final long column;

        NotUtf8(long line, long column) {
            this.line = line;
            this.column = column;
        }

        long line() {
            return line;
        }

        long column() {
            return column;
        }
    }
}
