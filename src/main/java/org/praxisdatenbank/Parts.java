package org.praxisdatenbank;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever has been opened, to be closed in reverse order; what fails to close does not keep the rest open. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean isClosed;

    /** What comes when all is closed already, because the process was told to end while it started, is closed at once. */
    synchronized <T extends AutoCloseable> T add(T part) {
        open.push(part);
        if (isClosed) {
            close();
        }
        return part;
    }

    /** May be called twice, from any thread. */
    @Override
    public synchronized void close() {
        isClosed = true;
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("closing {}", part.getClass().getSimpleName(), e);
            }
        }
    }
}
