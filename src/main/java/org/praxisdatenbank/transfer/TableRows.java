package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.TableHeader.Named;

/** A table whose first row names the columns; every other row is a record. */
final class TableRows implements RowReader {
    private final Table table;
    private final Map<String, String> mapping;
    private final int recordLength;
    private long row;

    /** @param mapping see {@link TableHeader} */
    TableRows(Table table, Map<String, String> mapping, int recordLength) {
        this.table = table;
        this.mapping = mapping;
        this.recordLength = recordLength;
    }

    @Override
    public void forEach(Consumer<Row> use) throws IOException {
        Optional<Table.Line> first = table.next();
        if (first.isEmpty()) {
            use.accept(new Row.Unreadable(new Place(0, null), null, Said.of("finding.nothing")));
        } else if (!(first.get() instanceof Table.Filled names)) {
            use.accept(fault(first.get()));
        } else {
            TableHeader header = new TableHeader(names, mapping);
            header.faults().forEach(use);
            if (header.faults().isEmpty()) {
                new Body(header, names).forEach(use);
            }
        }
    }

    private Row fault(Table.Line line) {
        return switch (line) {
            case Table.Filled cells -> throw new IllegalStateException("row " + cells.number() + " has no fault");
            case Table.Broken(long number, Said wrong, List<Json> cells) ->
                new Row.Unreadable(new Place(row, number), null, wrong);
            case Table.Objection(long number, Said wrong) -> new Row.Unreadable(new Place(row, number), null, wrong);
            case Table.End(long number, Said wrong) ->
                new Row.Unreadable(new Place(row, number), null, Said.of("finding.rest", wrong));
        };
    }

    /** The rows below the header. */
    private final class Body {
        private final List<Named> columns;
        private final Map<String, String> labels = new HashMap<>();
        private final boolean[] isNamed;

        Body(TableHeader header, Table.Filled names) {
            columns = header.columns();
            isNamed = new boolean[names.cells().size()];
            for (int index = 0; index < isNamed.length; index++) {
                isNamed[index] = !TableHeader.name(names, index).isEmpty();
            }
            for (Named named : columns) {
                labels.putIfAbsent(named.column().field(), label(named, names));
            }
        }

        private static String label(Named named, Table.Filled names) {
            return Finding.shown(Table.letters(named.index()) + " (" + TableHeader.name(names, named.index()) + ")");
        }

        void forEach(Consumer<Row> use) throws IOException {
            for (Optional<Table.Line> line = table.next(); line.isPresent(); line = table.next()) {
                if (!(line.get() instanceof Table.Objection)) {
                    row++;
                }
                use.accept(line.get() instanceof Table.Filled cells ? record(cells) : fault(line.get()));
            }
        }

        private Row record(Table.Filled line) {
            Place place = new Place(row, line.number());
            for (int index = 0; index < line.cells().size(); index++) {
                boolean isBelowName = index < isNamed.length && isNamed[index];
                if (!isBelowName && !(line.cells().get(index) instanceof Json.Null)) {
                    return new Row.Unreadable(
                            place.in(Table.letters(index)),
                            line.cells().get(index).shown(),
                            Said.of("finding.column.unnamed"));
                }
            }
            long length = line.cells().stream()
                    .mapToLong(cell -> cell.shown().length())
                    .sum();
            return length > recordLength
                    ? new Row.Unreadable(place, null, new JsonFaults(recordLength).tooLong())
                    : new Row.Read(place, new Json.Fields(fields(line), List.of()), length, labels);
        }

        private Map<String, Json> fields(Table.Filled line) {
            Map<String, Json> fields = new LinkedHashMap<>();
            for (Named named : columns) {
                Json cell = named.index() < line.cells().size() ? line.cells().get(named.index()) : new Json.Null();
                if (!(cell instanceof Json.Null)) {
                    fields.merge(named.column().field(), cell, TableRows::joined);
                }
            }
            fields.values().removeIf(value -> value instanceof Json.Cell(String text) && text.isBlank());
            fields.replaceAll((field, value) ->
                    value instanceof Json.Cell(String text) ? new Json.Cell(Cells.plain(text)) : value);
            return fields;
        }
    }

    private static @Nullable Json joined(Json first, Json next) {
        return first instanceof Json.Cell(String begin) && next instanceof Json.Cell(String end)
                ? new Json.Cell(begin + end)
                : first;
    }
}
