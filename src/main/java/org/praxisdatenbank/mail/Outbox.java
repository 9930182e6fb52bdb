package org.praxisdatenbank.mail;

/** Takes letters and sends them; safe for use by any thread. */
public interface Outbox {
    /** Returns when the letter is on its way or has been given up; what goes wrong is logged, without the address. */
    void send(Mail mail);

    /** Removes letters to that address that still lie on this machine. */
    default void forget(String address) {}

    /** False: letters stay on this machine, and whoever causes one must pass on what it says. */
    boolean reachesPeople();
}
