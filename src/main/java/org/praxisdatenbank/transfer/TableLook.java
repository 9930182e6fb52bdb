package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as it looks at first sight.
 *
 * @param first the first cells of each column, shortened and without control characters; as many columns as there are
 */
public record TableLook(List<ColumnGuess> columns, List<List<String>> first) {
    public TableLook {
        columns = List.copyOf(columns);
        first = List.copyOf(first);
    }

    /** Nothing where its first row cannot be read; an import then says why. */
    static TableLook of(Table table, int rows) throws IOException {
        if (!(table.next().orElse(null) instanceof Table.Filled names)) {
            return new TableLook(List.of(), List.of());
        }
        List<ColumnGuess> columns = TableHeader.guesses(names);
        List<List<String>> first = new ArrayList<>();
        columns.forEach(column -> first.add(new ArrayList<>()));
        for (int row = 0; row < rows; row++) {
            Optional<Table.Line> line = table.next();
            if (line.isEmpty()) {
                break;
            }
            if (line.get() instanceof Table.Filled cells) {
                for (int index = 0;
                        index < Math.min(columns.size(), cells.cells().size());
                        index++) {
                    first.get(index).add(shown(cells.cells().get(index)));
                }
            }
        }
        return new TableLook(columns, first);
    }

    private static String shown(Json cell) {
        return cell instanceof Json.Null ? "" : Finding.shown(cell.shown());
    }
}
