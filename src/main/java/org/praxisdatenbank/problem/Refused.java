package org.praxisdatenbank.problem;

/** A command cannot do what it was asked; the message tells the person at the terminal why, and what to do. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message complete English sentences */
    public Refused(String message) {
        super(message);
    }

    /** @param message complete English sentences; the cause goes to the log only */
    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
