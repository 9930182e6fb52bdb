package org.praxisdatenbank.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.problem.Said;

/** A table in a file, one row after the other; rows without anything in them are passed over. Used by one thread. */
interface Table extends Closeable {
    /** More columns are not read: the record format has far less. */
    int MOST_COLUMNS = 200;

    /** Empty after the last one, and after an {@link End}. */
    Optional<Line> next() throws IOException;

    /** What comes next in the table. */
    sealed interface Line {
        /** Counts the lines, or the rows of a sheet, from 1. */
        long number();
    }

    /** @param cells from the first column on; {@link Json.Null} for those that are empty */
    record Filled(long number, List<Json> cells) implements Line {
        public Filled {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A row that cannot be used; those after it can.
     *
     * @param cells what it has all the same
     */
    record Broken(long number, Said wrong, List<Json> cells) implements Line {
        public Broken {
            cells = List.copyOf(cells);
        }
    }

    /** Something that is no row, and that makes the table mean something else than what was read. */
    record Objection(long number, Said wrong) implements Line {}

    /** From here on nothing can be read. */
    record End(long number, Said wrong) implements Line {}

    /** {@code A} for 0, {@code AA} for 26. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    static Said tooMany() {
        return Said.of("finding.columns", MOST_COLUMNS, Column.values().length);
    }
}
