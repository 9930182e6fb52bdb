package org.praxisdatenbank.mail;

/**
 * A letter of plain text.
 *
 * @param to the address alone
 * @param text lines end with {@code \n}
 */
public record Mail(String to, String subject, String text) {
    public Mail {
        if ((to + subject).matches("(?s).*[\\r\\n].*")) {
            throw new IllegalArgumentException("address and subject are one line each");
        }
    }

    /** Neither address nor text: they are personal, and may hold a link that lets somebody in. */
    @Override
    public String toString() {
        return "a mail";
    }
}
