package org.praxisdatenbank.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked; the message tells the person at the terminal why, and what to do. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written anywhere
    private final @Nullable Said why;

    /** @param message complete English sentences */
    public Refused(String message) {
        super(message);
        this.why = null;
    }

    /** @param message complete English sentences; the cause goes to the log only */
    public Refused(String message, Throwable cause) {
        super(message, cause);
        this.why = null;
    }

    /** @param why the same as the message, for pages in other languages */
    public Refused(String message, Said why) {
        super(message);
        this.why = why;
    }

    /** @param why the same as the message, for pages in other languages */
    public Refused(String message, Said why, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** What the message says, in any language; empty where only the command line can meet it. */
    public Optional<Said> why() {
        return Optional.ofNullable(why);
    }
}
