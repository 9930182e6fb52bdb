package org.praxisdatenbank.upload;

import java.time.Duration;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody may keep any longer, at the start and each hour, in a thread of its own until it is closed. */
public final class UploadSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final UploadStore uploads;
    private final ImportHistoryStore history;
    private final Thread thread;

    private UploadSweep(UploadStore uploads, ImportHistoryStore history) {
        this.uploads = uploads;
        this.history = history;
        this.thread = Thread.ofPlatform().daemon().name("sweep").unstarted(this::run);
    }

    public static UploadSweep start(UploadStore uploads, ImportHistoryStore history) {
        UploadSweep sweep = new UploadSweep(uploads, history);
        sweep.thread.start();
        return sweep;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweep();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            uploads.sweep();
            history.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("old uploads were not removed, it is tried again: {}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
