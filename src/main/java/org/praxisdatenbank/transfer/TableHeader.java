package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * The row of a table that names its columns. A text that is too long for one cell of a spreadsheet goes on in columns
 * that are named like the first one with {@code _2}, {@code _3} and so on.
 */
final class TableHeader {
    private static final Pattern CONTINUED = Pattern.compile("(.+)_([2-9]|1[0-9])");

    private final Place place;
    private final Map<String, String> mapping;
    private final List<Named> columns = new ArrayList<>();
    private final List<Row.Unreadable> faults = new ArrayList<>();

    /**
     * A column that is taken.
     *
     * @param index from 0
     * @param part 1, or more where it continues the text of another one
     */
    record Named(int index, Column column, int part) {}

    /**
     * Names the columns, or says what is wrong.
     *
     * @param mapping name of a column to the field it is; empty: it is left out. What is not in it is guessed
     */
    TableHeader(Table.Filled row, Map<String, String> mapping) {
        this.place = new Place(0, row.number());
        this.mapping = mapping;
        for (int index = 0; index < row.cells().size(); index++) {
            add(index, name(row, index));
        }
        columns.sort(Comparator.comparingInt(Named::part));
        refuseRepeated();
        refuseMissing();
    }

    /** Empty where it has none. */
    static String name(Table.Filled row, int index) {
        return row.cells().get(index) instanceof Json.Cell(String name)
                ? Cells.plain(name).strip()
                : "";
    }

    private void add(int index, String name) {
        if (name.isEmpty()) {
            return;
        }
        @Nullable String given = mapping.get(name);
        if (given == null ? FaultColumn.isNamed(name) : given.isEmpty()) {
            return;
        }
        Optional<Named> named =
                given == null ? guessed(index, name) : Column.ofField(given).map(column -> new Named(index, column, 1));
        named.ifPresentOrElse(columns::add, () -> refuse(index, given == null ? name : given));
    }

    private static Optional<Named> guessed(int index, String name) {
        Matcher continued = CONTINUED.matcher(name);
        return Column.named(name)
                .map(column -> new Named(index, column, 1))
                .or(() -> continued.matches()
                        ? Column.named(continued.group(1))
                                .map(column -> new Named(index, column, Integer.parseInt(continued.group(2))))
                        : Optional.empty());
    }

    private void refuse(int index, String name) {
        @Nullable String near = Column.nearest(name).orElse(null);
        Said wrong = near == null
                ? Said.of("finding.column.unknown", String.join(", ", Column.fields()))
                : Said.of("finding.column.near", near);
        faults.add(new Row.Unreadable(place.in(Table.letters(index)), name, wrong, near));
    }

    private void refuseRepeated() {
        Map<String, Integer> seen = new HashMap<>();
        for (Named named : columns) {
            @Nullable Integer first = seen.putIfAbsent(named.column() + " " + named.part(), named.index());
            if (first != null) {
                faults.add(new Row.Unreadable(
                        place.in(Table.letters(named.index())),
                        named.column().field(),
                        Said.of("finding.column.same", Table.letters(first))));
            }
        }
    }

    private void refuseMissing() {
        Set<Column> there = new HashSet<>();
        columns.forEach(named -> there.add(named.column()));
        for (Column column : Column.REQUIRED) {
            if (!there.contains(column)) {
                faults.add(new Row.Unreadable(place, column.field(), Said.of("finding.column.missing")));
            }
        }
    }

    /** What is wrong with it; then no record can be read. */
    List<Row.Unreadable> faults() {
        return faults;
    }

    /** Those that are taken; a continued text in the order of its parts. */
    List<Named> columns() {
        return columns;
    }

    /** What each of the columns is taken for. */
    static List<ColumnGuess> guesses(Table.Filled row) {
        List<ColumnGuess> guesses = new ArrayList<>();
        for (int index = 0; index < row.cells().size(); index++) {
            String name = name(row, index);
            @Nullable
            String field =
                    guessed(index, name).map(named -> named.column().field()).orElse(null);
            @Nullable
            String near = field == null && !name.isEmpty() && !FaultColumn.isNamed(name)
                    ? Column.nearest(name).orElse(null)
                    : null;
            guesses.add(new ColumnGuess(Table.letters(index), name, field, near));
        }
        return guesses;
    }
}
