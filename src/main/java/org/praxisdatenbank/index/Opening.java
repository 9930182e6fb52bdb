package org.praxisdatenbank.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/** Opens the files of a generation; tests put a disk in between that fails when they want it to. */
interface Opening {

    /** @param folder of one generation; made when missing. The caller closes what it gets */
    Directory open(Path folder) throws IOException;
}
