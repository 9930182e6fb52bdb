package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.function.Consumer;

/** Takes a file apart into its records, one after the other. */
interface RowReader {
    /** @throws IOException when the file cannot be read on; what is wrong with its content comes as a row */
    void forEach(Consumer<Row> use) throws IOException;
}
