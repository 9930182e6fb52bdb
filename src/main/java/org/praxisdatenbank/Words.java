package org.praxisdatenbank;

import java.util.concurrent.CompletableFuture;
import org.praxisdatenbank.german.German;

/** The German word lists, read once by a thread of their own: begun early they are there when they are needed. */
final class Words {
    private final CompletableFuture<German> reading = new CompletableFuture<>();
    private boolean isBegun;

    /** Begins to read, unless that has been done; nobody waits yet. */
    synchronized void begin() {
        if (!isBegun) {
            isBegun = true;
            reading.completeAsync(German::new);
        }
    }

    /** The lists, which somebody reads from now on; what goes wrong is raised by whoever joins it. */
    CompletableFuture<German> reading() {
        begin();
        return reading;
    }
}
