package org.praxisdatenbank.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.problem.Refused;

/**
 * A table as the one sheet of a workbook, its cells with types. Texts stand in the cells themselves, so that nothing has
 * to be kept until the end. What is too long for a cell goes on in hidden columns at the end.
 */
final class XlsxPractices implements PracticeWriter {
    static final int MOST_CHARACTERS = 32_767;
    static final int MOST_ROWS = 1 << 20;
    private static final int PARTS = 4;
    private static final List<Column> CONTINUED = List.of(Column.DESCRIPTION, Column.CRITERIA);
    /** Before it spreadsheets count days in different ways. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final String DAY_STYLE = " s=\"1\"";
    private static final String HEADER_STYLE = " s=\"2\"";

    private final ZipOutputStream zip;
    private final Writer out;
    private int row;

    XlsxPractices(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        for (Map.Entry<String, String> part : XlsxParts.BEFORE_SHEET.entrySet()) {
            open(part.getKey());
            out.write(part.getValue());
            close();
        }
        open(XlsxParts.SHEET);
        out.write(XlsxParts.sheetBegin(Column.values().length, CONTINUED.size() * (PARTS - 1)));
        beginRow();
        List<String> names = header();
        for (int column = 0; column < names.size(); column++) {
            text(column, names.get(column), HEADER_STYLE);
        }
        endRow();
    }

    private static List<String> header() {
        Stream<String> continued = CONTINUED.stream()
                .flatMap(column -> Stream.iterate(2, part -> part <= PARTS, part -> part + 1)
                        .map(part -> column.field() + "_" + part));
        return Stream.concat(Column.fields().stream(), continued).toList();
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

    private void beginRow() throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
    }

    private void endRow() throws IOException {
        out.write("</row>\n");
    }

    @Override
    public void write(Practice practice) throws IOException {
        if (row == MOST_ROWS) {
            throw new Refused(String.format(
                    Locale.ENGLISH,
                    "A sheet has room for %,d practices. Export to CSV or JSON Lines instead.",
                    MOST_ROWS - 1));
        }
        beginRow();
        Map<Column, String> left = new LinkedHashMap<>();
        int place = 0;
        for (Column column : Column.values()) {
            String rest = put(place++, CellValue.of(practice, column));
            if (!rest.isEmpty()) {
                left.put(column, rest);
            }
        }
        for (Map.Entry<Column, String> rest : left.entrySet()) {
            goOn(practice, rest.getKey(), rest.getValue());
        }
        endRow();
    }

    private void goOn(Practice practice, Column column, String rest) throws IOException {
        int place = CONTINUED.indexOf(column);
        String left = rest;
        for (int part = 0; part < PARTS - 1 && place >= 0 && !left.isEmpty(); part++) {
            left = text(Column.values().length + place * (PARTS - 1) + part, left, "");
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("there is no room for the whole " + column.field() + " of "
                    + practice.id().value());
        }
    }

    /** Returns what did not fit in. */
    private String put(int column, CellValue value) throws IOException {
        switch (value) {
            case CellValue.Empty nothing -> {
                // the cell is left out
            }
            case CellValue.Text(String text) -> {
                return text(column, text, "");
            }
            case CellValue.Whole(int number) -> cell(column, "", "<v>" + number + "</v>");
            case CellValue.Flag(boolean isTrue) -> cell(column, " t=\"b\"", isTrue ? "<v>1</v>" : "<v>0</v>");
            case CellValue.Day(LocalDate day) -> {
                if (day.isBefore(FIRST_DAY)) {
                    return text(column, day.toString(), "");
                }
                cell(column, DAY_STYLE, "<v>" + ChronoUnit.DAYS.between(DAY_0, day) + "</v>");
            }
        }
        return "";
    }

    private String text(int column, String text, String style) throws IOException {
        int end = Math.min(text.length(), MOST_CHARACTERS);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String shown = XlsxParts.escaped(XlsxTexts.encoded(text.substring(0, end)));
        cell(column, style + " t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + shown + "</t></is>");
        return text.substring(end);
    }

    private void cell(int column, String attributes, String content) throws IOException {
        out.write("<c r=\"" + Table.letters(column) + row + "\"" + attributes + ">" + content + "</c>");
    }

    @Override
    public void end() throws IOException {
        out.write(XlsxParts.SHEET_END);
        close();
        zip.finish();
        zip.flush();
    }
}
