package org.praxisdatenbank.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * How the text of a CSV file is written: its characters are UTF-16 where it begins with that mark, UTF-8 where all of it
 * is, else what Windows writes in Western Europe.
 *
 * @param separator what stands between two cells
 */
record CsvText(Charset charset, char separator) {
    /** Latin-1 with the dashes, quotation marks and the euro sign that people use. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int BUFFER_CHARACTERS = 65_536;
    /** Where a header ends at last. */
    private static final int LOOKED_AT = 100_000;

    static CsvText of(Spool file) throws IOException {
        Charset charset = charset(file);
        try (Reader text = reader(file, charset)) {
            return new CsvText(charset, separator(text));
        }
    }

    private static Charset charset(Spool file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] first = in.readNBytes(2);
            if (Beginning.isUtf16(first)) {
                return StandardCharsets.UTF_16;
            }
        }
        char[] buffer = new char[BUFFER_CHARACTERS];
        try (Reader text = new StrictUtf8(file.open())) {
            while (text.read(buffer, 0, buffer.length) >= 0) {}
            return StandardCharsets.UTF_8;
        } catch (StrictUtf8.NotUtf8 other) {
            return WESTERN;
        }
    }

    Reader open(Spool file) throws IOException {
        return reader(file, charset);
    }

    private static Reader reader(Spool file, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        file.open(),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER_CHARACTERS);
    }

    /** The one that the header has most of outside quotation marks. */
    private static char separator(Reader text) throws IOException {
        int[] counts = new int[SEPARATORS.size()];
        boolean isQuoted = false;
        boolean isBegun = false;
        for (int i = 0; i < LOOKED_AT; i++) {
            int character = text.read();
            boolean isEndOfLine = character == '\n' || character == '\r';
            if (character < 0 || (isEndOfLine && isBegun && !isQuoted)) {
                break;
            }
            isBegun |= !isEndOfLine;
            isQuoted ^= character == '"';
            int place = SEPARATORS.indexOf((char) character);
            if (place >= 0 && !isQuoted) {
                counts[place]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.get(best);
    }

    /** What is not certain about it; null: all is. */
    @Nullable
    Said note(String name) {
        return charset.equals(WESTERN) ? Said.of("finding.note.western", name) : null;
    }
}
