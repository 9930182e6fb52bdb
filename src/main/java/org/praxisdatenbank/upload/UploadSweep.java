package org.praxisdatenbank.upload;

import java.time.Duration;
import org.praxisdatenbank.schedule.Recurring;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody may keep any longer, at the start and each hour. */
public final class UploadSweep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final UploadStore uploads;
    private final ImportHistoryStore history;

    private UploadSweep(UploadStore uploads, ImportHistoryStore history) {
        this.uploads = uploads;
        this.history = history;
    }

    public static Recurring start(UploadStore uploads, ImportHistoryStore history) {
        return Recurring.start("sweep", new UploadSweep(uploads, history)::sweep);
    }

    private Duration sweep() {
        try {
            uploads.sweep();
            history.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("old uploads were not removed, it is tried again: {}", failure.getMessage());
        }
        return EVERY;
    }
}
