package org.praxisdatenbank.confirmation;

import java.time.Duration;
import org.praxisdatenbank.contact.ContactStore;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.schedule.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes contacts that have expired and, where the operator wants it, sends letters: after the start and once a day.
 * Closing it ends a look under way after the letter that is being sent.
 */
public final class DailyLook {
    private static final Logger LOG = LoggerFactory.getLogger(DailyLook.class);
    private static final Duration EVERY = Duration.ofDays(1);
    /** The database may be back before tomorrow. */
    private static final Duration AFTER_OUTAGE = Duration.ofMinutes(10);

    private final ContactStore contacts;
    private final LetterStore kept;
    private final Letters letters;
    private final boolean isSending;

    private DailyLook(ContactStore contacts, LetterStore kept, Letters letters, boolean isSending) {
        this.contacts = contacts;
        this.kept = kept;
        this.letters = letters;
        this.isSending = isSending;
    }

    /**
     * Begins to look.
     *
     * @param isSending whether letters are sent; else only what is old is removed
     */
    public static Recurring start(ContactStore contacts, LetterStore kept, Letters letters, boolean isSending) {
        return Recurring.start("daily", new DailyLook(contacts, kept, letters, isSending)::look);
    }

    private Duration look() {
        try {
            contacts.sweep();
            kept.sweep();
            if (isSending) {
                LOG.info("asked whether practices are still right: {} letters", letters.send());
            }
            return EVERY;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                LOG.warn("the daily look is taken again later: {}", e.getClass().getSimpleName());
            } else if (!Thread.currentThread().isInterrupted()) {
                LOG.error("the daily look failed", e);
            }
            return AFTER_OUTAGE;
        }
    }
}
