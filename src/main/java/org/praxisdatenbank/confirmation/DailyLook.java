package org.praxisdatenbank.confirmation;

import java.time.Duration;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes contacts that have expired and, where the operator wants it, sends letters: after the start and once a day, in a
 * thread of its own, until it is closed.
 */
public final class DailyLook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyLook.class);
    private static final Duration EVERY = Duration.ofDays(1);
    /** The database may be back before tomorrow. */
    private static final Duration AFTER_OUTAGE = Duration.ofMinutes(10);

    private final ContactStore contacts;
    private final LetterStore kept;
    private final Letters letters;
    private final boolean isSending;
    private final Thread thread;

    private DailyLook(ContactStore contacts, LetterStore kept, Letters letters, boolean isSending) {
        this.contacts = contacts;
        this.kept = kept;
        this.letters = letters;
        this.isSending = isSending;
        this.thread = Thread.ofPlatform().daemon().name("daily").unstarted(this::run);
    }

    /**
     * Begins to look.
     *
     * @param isSending whether letters are sent; else only what is old is removed
     */
    public static DailyLook start(ContactStore contacts, LetterStore kept, Letters letters, boolean isSending) {
        DailyLook look = new DailyLook(contacts, kept, letters, isSending);
        look.thread.start();
        return look;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(look() ? EVERY : AFTER_OUTAGE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() {
        try {
            contacts.sweep();
            kept.sweep();
            if (isSending) {
                LOG.info("asked whether practices are still right: {} letters", letters.send());
            }
            return true;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                LOG.warn("the daily look is taken again later: {}", e.getClass().getSimpleName());
            } else if (!thread.isInterrupted()) {
                LOG.error("the daily look failed", e);
            }
            return false;
        }
    }

    /** Ends a look under way after the letter that is being sent. */
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
