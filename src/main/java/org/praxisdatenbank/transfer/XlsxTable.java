package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * The first visible sheet of a workbook, row by row. Of a formula its last result is taken, as the file has it; nothing is
 * calculated. Cells that are merged are refused: only the first of them has a value, whoever wrote the file saw it in all.
 */
final class XlsxTable implements Table {
    private static final Said ERROR = Said.of("finding.cell.error");
    private static final Said WITHOUT_RESULT = Said.of("finding.cell.formula");

    private final XlsxFile file;
    private final XlsxStyles styles;
    private final XlsxTexts texts;
    private final int longest;
    private final Xml sheet;
    private long line;
    private boolean isOver;

    private XlsxTable(XlsxFile file, Xml sheet, XlsxStyles styles, XlsxTexts texts, int longest) {
        this.file = file;
        this.sheet = sheet;
        this.styles = styles;
        this.texts = texts;
        this.longest = longest;
    }

    /**
     * Opens the sheet.
     *
     * @param file closed with it
     * @param longest characters that are kept of a cell, and one more
     */
    static XlsxTable open(XlsxFile file, int longest) throws IOException {
        @Nullable String relation = null;
        boolean is1904 = false;
        try (Xml workbook = file.part(XlsxFile.WORKBOOK)) {
            while (workbook.next()) {
                if (workbook.isBegin("workbookPr")) {
                    is1904 = List.of("1", "true").contains(String.valueOf(workbook.attribute("date1904")));
                }
                if (workbook.isBegin("sheet") && relation == null && isVisible(workbook)) {
                    relation = workbook.attribute("id");
                }
            }
        }
        Map<String, String> parts = file.relations();
        if (relation == null || !parts.containsKey(relation)) {
            throw new BrokenXlsx("finding.xlsx.sheet");
        }
        XlsxStyles styles = XlsxStyles.read(file, is1904);
        XlsxTexts texts = XlsxTexts.read(file, longest);
        return new XlsxTable(file, file.part(String.valueOf(parts.get(relation))), styles, texts, longest);
    }

    private static boolean isVisible(Xml sheet) {
        @Nullable String state = sheet.attribute("state");
        return state == null || state.equals("visible");
    }

    @Override
    public Optional<Line> next() throws IOException {
        try {
            while (!isOver && sheet.next()) {
                if (sheet.isBegin("row")) {
                    List<Json> cells = row();
                    if (!cells.stream().allMatch(cell -> cell.shown().isBlank() || cell instanceof Json.Null)) {
                        return Optional.of(new Filled(line, cells));
                    }
                } else if (sheet.isBegin("mergeCell")) {
                    return Optional.of(merged());
                }
            }
            return Optional.empty();
        } catch (BrokenXlsx broken) {
            isOver = true;
            return Optional.of(new End(line + 1, broken.wrong()));
        }
    }

    private Objection merged() {
        String range = String.valueOf(sheet.attribute("ref"));
        String row = range.replaceAll("^[A-Za-z]*|[^0-9].*$", "");
        return new Objection(
                row.matches("[0-9]{1,9}") ? Long.parseLong(row) : line,
                Said.of("finding.merged", Finding.shown(range)));
    }

    /** Its cells without the empty ones at its end. */
    private List<Json> row() throws IOException {
        line = sheet.number("r", (int) line + 1);
        List<Json> cells = new ArrayList<>();
        int column = -1;
        while (sheet.next() && !sheet.isEnd("row")) {
            if (sheet.isBegin("c")) {
                column = column(sheet.attribute("r"), column + 1);
                put(cells, column, cell());
            }
        }
        return cells;
    }

    private static void put(List<Json> cells, int column, Json value) throws IOException {
        if (value instanceof Json.Null) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw new BrokenXlsx(Table.tooMany());
        }
        while (cells.size() <= column) {
            cells.add(new Json.Null());
        }
        cells.set(column, value);
    }

    /** From 0; anything far to the right is the same to us. */
    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column < MOST_COLUMNS; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private Json cell() throws IOException {
        String type = String.valueOf(sheet.attribute("t"));
        int style = sheet.number("s", -1);
        @Nullable String value = null;
        boolean isFormula = false;
        while (sheet.next() && !sheet.isEnd("c")) {
            if (sheet.isBegin("v")) {
                value = sheet.text(longest);
            } else if (sheet.isBegin("is")) {
                value = XlsxTexts.rich(sheet, "is", longest);
            } else if (sheet.isBegin("f")) {
                isFormula = true;
            }
        }
        if (value == null || value.isEmpty()) {
            return isFormula && value == null ? new Json.Unusable("=…", WITHOUT_RESULT) : new Json.Null();
        }
        return value(type, value, style < 0 ? null : style);
    }

    private Json value(String type, String value, @Nullable Integer style) throws IOException {
        return switch (type) {
            case "s" -> text(texts.get(value));
            case "inlineStr" -> text(value);
            case "str" -> text(XlsxTexts.decoded(value));
            case "b" -> new Json.Cell(value.equals("1") ? "true" : "false");
            case "e" -> new Json.Unusable(value, ERROR);
            case "d" -> text(value.split("T", 2)[0]);
            default -> styles.shown(value, style);
        };
    }

    private static Json text(String text) {
        return text.isEmpty() ? new Json.Null() : new Json.Cell(text);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            sheet.close();
        }
    }
}
