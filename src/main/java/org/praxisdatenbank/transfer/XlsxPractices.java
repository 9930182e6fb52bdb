package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.problem.Refused;

/**
 * A table as the one sheet of a workbook, its cells with types. Texts stand in the cells themselves, so that nothing has
 * to be kept until the end. What is too long for a cell goes on in hidden columns at the end.
 */
final class XlsxPractices implements PracticeWriter {
    /** The hidden columns, each named as often as what is longest in it needs cells besides its own. */
    private static final List<Column> CONTINUED = Stream.of(
                    Collections.nCopies(3, Column.DESCRIPTION),
                    Collections.nCopies(3, Column.CRITERIA),
                    Collections.nCopies(9, Column.GOOD_PRACTICE_DESCRIPTION))
            .flatMap(List::stream)
            .toList();
    /** Before it spreadsheets count days in different ways. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final String DAY_STYLE = " s=\"1\"";

    private final XlsxSheet sheet;

    XlsxPractices(OutputStream out) {
        sheet = new XlsxSheet(out);
    }

    @Override
    public void begin() throws IOException {
        sheet.begin(Column.values().length, CONTINUED.size());
        sheet.beginRow(1);
        List<String> names = header();
        for (int column = 0; column < names.size(); column++) {
            sheet.text(column, names.get(column), XlsxSheet.HEADER_STYLE);
        }
        sheet.endRow();
    }

    private static List<String> header() {
        Stream<String> continued = IntStream.range(0, CONTINUED.size()).mapToObj(place -> {
            Column column = CONTINUED.get(place);
            return column.field() + "_" + (place - CONTINUED.indexOf(column) + 2);
        });
        return Stream.concat(Column.fields().stream(), continued).toList();
    }

    @Override
    public void write(Practice practice) throws IOException {
        if (sheet.row() == XlsxSheet.MOST_ROWS) {
            throw new Refused(String.format(
                    Locale.ENGLISH,
                    "A sheet has room for %,d practices. Export to CSV or JSON Lines instead.",
                    XlsxSheet.MOST_ROWS - 1));
        }
        sheet.beginRow(sheet.row() + 1);
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
        sheet.endRow();
    }

    private void goOn(Practice practice, Column column, String rest) throws IOException {
        String left = rest;
        for (int place = 0; place < CONTINUED.size() && !left.isEmpty(); place++) {
            if (CONTINUED.get(place) == column) {
                left = sheet.text(Column.values().length + place, left, XlsxSheet.NO_STYLE);
            }
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
                return sheet.text(column, text, XlsxSheet.NO_STYLE);
            }
            case CellValue.Whole(int number) -> sheet.cell(column, "", "<v>" + number + "</v>");
            case CellValue.Flag(boolean isTrue) -> sheet.cell(column, " t=\"b\"", isTrue ? "<v>1</v>" : "<v>0</v>");
            case CellValue.Day(LocalDate day) -> {
                if (day.isBefore(FIRST_DAY)) {
                    return sheet.text(column, day.toString(), XlsxSheet.NO_STYLE);
                }
                sheet.cell(column, DAY_STYLE, "<v>" + ChronoUnit.DAYS.between(DAY_0, day) + "</v>");
            }
        }
        return "";
    }

    @Override
    public void end() throws IOException {
        sheet.end();
    }
}
