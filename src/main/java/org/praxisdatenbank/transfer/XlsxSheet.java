package org.praxisdatenbank.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet as it is written, cell by cell. Texts stand in the cells themselves, so that nothing has to be
 * kept until the end. Used by one thread.
 */
final class XlsxSheet {
    static final int MOST_CHARACTERS = 32_767;
    static final int MOST_ROWS = 1 << 20;
    static final String HEADER_STYLE = " s=\"2\"";
    static final String NO_STYLE = "";

    private final ZipOutputStream zip;
    private final Writer out;
    private long row;

    XlsxSheet(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    /**
     * Writes all that stands before the rows.
     *
     * @param shown columns that are seen
     * @param hidden columns after them that are not
     */
    void begin(int shown, int hidden) throws IOException {
        for (Map.Entry<String, String> part : XlsxParts.BEFORE_SHEET.entrySet()) {
            open(part.getKey());
            out.write(part.getValue());
            close();
        }
        open(XlsxParts.SHEET);
        out.write(XlsxParts.sheetBegin(shown, hidden));
    }

    /** Always the same time, so that equal contents give equal files. */
    private void open(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private void close() throws IOException {
        out.flush();
        zip.closeEntry();
    }

    /** The number of the row that was begun last; 0: none. */
    long row() {
        return row;
    }

    /** @param number counts the rows, from 1; higher than the last one */
    void beginRow(long number) throws IOException {
        row = number;
        out.write("<row r=\"" + row + "\">");
    }

    void endRow() throws IOException {
        out.write("</row>\n");
    }

    /** Returns what did not fit in. */
    String text(int column, String text, String style) throws IOException {
        int end = Math.min(text.length(), MOST_CHARACTERS);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String shown = XlsxParts.escaped(XlsxTexts.encoded(text.substring(0, end)));
        cell(column, style + " t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + shown + "</t></is>");
        return text.substring(end);
    }

    void cell(int column, String attributes, String content) throws IOException {
        out.write("<c r=\"" + Table.letters(column) + row + "\"" + attributes + ">" + content + "</c>");
    }

    /** Without it the file is not complete. */
    void end() throws IOException {
        out.write(XlsxParts.SHEET_END);
        close();
        zip.finish();
        zip.flush();
    }
}
